import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import { scanAttributes } from './scan-attributes.ts';

/** One attribute of one start tag, with the place of `name="value"` in the text. */
export interface Attribute {
  tag: string;
  name: string;
  /** Character references are resolved. */
  value: string;
  start: number;
  end: number;
}

/** Elements whose content is text, and how the tokenizer reads it. */
const textElements: Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]> = {
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  style: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  script: TokenizerMode.SCRIPT_DATA,
};

/** All attributes of a page in the order in which they stand. `noscript` is read as a browser without scripts reads it. */
export function attributesOf(html: string): Attribute[] {
  return scanAttributes(html, { decode: decodeValue, isAsked: () => true }) ?? tokenizedAttributes(html);
}

/** Those that say where the page's links lead and what can be led to. Most others are classes. */
export function linkAttributesOf(html: string): Attribute[] {
  return scanAttributes(html, { decode: decodeValue, isAsked: isLinkAttribute }) ?? tokenizedAttributes(html);
}

function isLinkAttribute(name: string): boolean {
  return otherLinkAttributes.has(name) || addressAttributes.has(name) || name.startsWith('data-');
}

const decoded = new Map<string, string>();
/** Values with character references are mostly the same few addresses. */
const mostDecoded = 10_000;

function decodeValue(value: string): string {
  const known = decoded.get(value) ?? tokenizedAttributes(`<a b="${value.replaceAll('"', '&quot;')}">`)[0]?.value ?? '';
  if (decoded.size >= mostDecoded) decoded.clear();
  decoded.set(value, known);
  return known;
}

/** The same by a full tokenizer. */
export function tokenizedAttributes(html: string): Attribute[] {
  const found: Attribute[] = [];
  const ignore = () => undefined;
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(token: Token.TagToken) {
        for (const { name, value } of token.attrs) {
          const location = token.location?.attrs?.[name];
          if (location) found.push({ tag: token.tagName, name, value, start: location.startOffset, end: location.endOffset });
        }
        const mode = textElements[token.tagName];
        if (mode !== undefined && !token.selfClosing) tokenizer.state = mode;
      },
      onEndTag: ignore,
      onComment: ignore,
      onDoctype: ignore,
      onEof: ignore,
      onCharacter: ignore,
      onNullCharacter: ignore,
      onWhitespaceCharacter: ignore,
    },
  );
  tokenizer.write(html, true);
  return found;
}

/** The addresses that an attribute holds, or undefined where it holds none. */
export function addressesOf(attribute: Attribute): string[] | undefined {
  const { tag, name, value } = attribute;
  if (name === 'srcset' || name === 'imagesrcset') return candidatesOf(value).map((candidate) => candidate.url);
  if (tag === 'meta') return undefined;
  return addressAttributes.has(name) ? [value.trim()] : undefined;
}

/** Attributes that hold one address each, on whatever element. */
export const addressAttributes = new Set(['href', 'xlink:href', 'src', 'action', 'formaction', 'poster', 'data', 'cite', 'background']);

/** Anchors, and what may hold addresses beside other things. */
const otherLinkAttributes = new Set(['id', 'name', 'content', 'srcset', 'imagesrcset']);

/** The candidates of a `srcset`: `a.png 1x, b.png 2x`. */
export function candidatesOf(srcset: string): { url: string; descriptor: string }[] {
  return [...srcset.matchAll(/\s*(?<url>\S*[^\s,])(?:\s+(?<descriptor>[^,]+))?\s*(?:,|$)/g)].map(({ groups }) => ({
    url: groups?.url ?? '',
    descriptor: groups?.descriptor?.trim() ?? '',
  }));
}
