/**
 * The attributes of a page as a browser's tokenizer finds them, for pages by the thousand: several times as fast as a full tokenizer,
 * and held to give the same. Pages for which it would have to know more (scripts that hold comments, control characters) it leaves to that.
 */
import type { Attribute } from './html.ts';

/** Elements whose content is text up to their end tag. */
const textElements = new Set(['title', 'textarea', 'style', 'iframe', 'noembed', 'noframes', 'xmp', 'script']);

const [tab, newLine, formFeed, space] = [9, 10, 12, 32];
const [exclamation, quote, apostrophe, slash, equals, greater, question] = [33, 34, 39, 47, 61, 62, 63];

interface Tag {
  name: string;
  selfClosing: boolean;
  /** Behind its `>`. */
  end: number;
}

/** What is asked for. */
interface Asked {
  decode: (value: string) => string;
  /** By name. */
  isAsked: (name: string) => boolean;
}

/** The attributes asked for in the order in which they stand; undefined where the page has to be read by a full tokenizer. */
export function scanAttributes(html: string, asked: Asked): Attribute[] | undefined {
  if (html.includes('\0') || html.includes('\r')) return undefined;
  const found: Attribute[] = [];
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const behind = readMarkup(html, at, asked, found);
    if (behind === undefined) return undefined;
    at = behind;
  }
  return found;
}

/** Reads what begins with `<`; gives where to go on, undefined where a full tokenizer must say. */
function readMarkup(html: string, at: number, asked: Asked, found: Attribute[]): number | undefined {
  const next = html.charCodeAt(at + 1);
  if (isLetter(next)) return readStartTag(html, at + 1, asked, found);
  if (next === slash && isLetter(html.charCodeAt(at + 2))) return endOfEndTag(html, at + 2, asked);
  return next === slash || next === exclamation || next === question ? endOfComment(html, at) : at + 1;
}

/** Behind an end tag, which may have attributes that no browser heeds. */
function endOfEndTag(html: string, at: number, asked: Asked): number {
  const nameEnd = endOfName(html, at, false);
  return html.charCodeAt(nameEnd) === greater ? nameEnd + 1 : (readTag(html, at, asked, [])?.end ?? html.length);
}

/** The tag, and the content of an element of text. */
function readStartTag(html: string, at: number, asked: Asked, found: Attribute[]): number | undefined {
  const before = found.length;
  const tag = readTag(html, at, asked, found);
  if (!tag) {
    // A tag that the page's end cuts off is none.
    found.length = before;
    return html.length;
  }
  return tag.selfClosing || !textElements.has(tag.name) ? tag.end : endOfText(html, tag.name, tag.end);
}

/** Adds the attributes to `found`. Undefined where the page ends within the tag. */
function readTag(html: string, start: number, { decode, isAsked }: Asked, found: Attribute[]): Tag | undefined {
  const nameEnd = endOfName(html, start, false);
  const tag = lower(html.slice(start, nameEnd));
  const first = found.length;
  for (let at = nameEnd; ; ) {
    const begin = skip(html, at, true);
    const code = html.charCodeAt(begin);
    if (code === greater) return { name: tag, selfClosing: begin > at && html.charCodeAt(begin - 1) === slash, end: begin + 1 };
    if (begin >= html.length) return undefined;
    // An equals sign may begin a name.
    const behindName = endOfName(html, begin + 1, true);
    const value = readValue(html, behindName);
    if (!value) return undefined;
    at = value.end;
    const name = lower(html.slice(begin, behindName));
    if (!isAsked(name) || isKnown(found, first, name)) continue;
    const text = html.slice(value.start, value.stop);
    found.push({ tag, name, value: text.includes('&') ? decode(text) : text, start: begin, end: at });
  }
}

/** What stands behind a name: `="…"`, or nothing; `stop` is where its text ends, `end` is behind its quotes. Undefined where the page ends within it. */
function readValue(html: string, at: number): { start: number; stop: number; end: number } | undefined {
  const sign = skip(html, at, false);
  if (html.charCodeAt(sign) !== equals) return { start: at, stop: at, end: at };
  const begin = skip(html, sign + 1, false);
  const code = html.charCodeAt(begin);
  if (code === quote || code === apostrophe) {
    const end = html.indexOf(code === quote ? '"' : "'", begin + 1);
    return end < 0 ? undefined : { start: begin + 1, stop: end, end: end + 1 };
  }
  let end = begin;
  while (end < html.length && html.charCodeAt(end) !== greater && !isSpace(html.charCodeAt(end))) end += 1;
  return end < html.length ? { start: begin, stop: end, end } : undefined;
}

function isKnown(found: readonly Attribute[], first: number, name: string): boolean {
  for (let at = first; at < found.length; at += 1) if (found[at]?.name === name) return true;
  return false;
}

function endOfName(html: string, start: number, stopsAtEquals: boolean): number {
  let at = start;
  for (; at < html.length; at += 1) {
    const code = html.charCodeAt(at);
    if (code === greater || code === slash || isSpace(code) || (stopsAtEquals && code === equals)) break;
  }
  return at;
}

function skip(html: string, start: number, alsoSlash: boolean): number {
  let at = start;
  while (at < html.length && (isSpace(html.charCodeAt(at)) || (alsoSlash && html.charCodeAt(at) === slash))) at += 1;
  return at;
}

/** Where the content of an element of text ends; undefined where a script holds what may be a comment. */
function endOfText(html: string, tag: string, start: number): number | undefined {
  const ends = new RegExp(`</${tag}(?=[\\t\\n\\f />])`, 'gi');
  ends.lastIndex = start;
  const end = ends.exec(html)?.index ?? html.length;
  return tag === 'script' && html.slice(start, end).includes('<!--') ? undefined : end;
}

/** Behind a comment, a doctype or what browsers take for a comment. */
function endOfComment(html: string, start: number): number {
  const isComment = html.startsWith('<!--', start) && !html.startsWith('>', start + 4) && !html.startsWith('->', start + 4);
  return isComment ? Math.min(behind(html, '-->', start + 4), behind(html, '--!>', start + 4)) : behind(html, '>', start);
}

function behind(html: string, mark: string, start: number): number {
  const at = html.indexOf(mark, start);
  return at < 0 ? html.length : at + mark.length;
}

function isSpace(code: number): boolean {
  return code === space || code === newLine || code === tab || code === formFeed;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Browsers fold the letters of ASCII alone. */
function lower(name: string): string {
  for (let at = 0; at < name.length; at += 1) {
    if (name.charCodeAt(at) < 97 && isLetter(name.charCodeAt(at))) return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  }
  return name;
}
