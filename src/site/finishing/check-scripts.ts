import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** Something in a page that a browser would run. Pages run files of their own site alone. */
export interface InlineCode {
  /** The file that holds it, relative to the site's root. */
  page: string;
  /** What it is: `<script>`, `onclick="…"`, `href="javascript:…"`. */
  code: string;
}

/**
 * A page without any of these needs no closer look: scripts of its own, handlers, the end of a scheme, and what may
 * disguise one. Words of articles are escaped and seldom look so.
 */
const suspicious =
  /<script(?![^>]*\s(?:src=|type="application\/ld\+json"))|[\s"'/]on[a-z]+\s*=|srcdoc|script\s*:|&(?:#|colon|tab|newline)|=\s*["'][^"']*[\t\n\r]/i;

/**
 * Scripts, handlers and addresses that run code: what the author of a guide may have pasted. `noscript` is read as a browser without
 * scripts reads it.
 */
export function inlineCodeIn(html: string): string[] {
  return suspicious.test(html) ? elementsOf(parse(html, { scriptingEnabled: false })).flatMap(codeOf) : [];
}

type Element = DefaultTreeAdapterTypes.Element;

/** All elements in the order of the page, those in templates too. */
function elementsOf(root: DefaultTreeAdapterTypes.ParentNode): Element[] {
  const found: Element[] = [];
  const open: DefaultTreeAdapterTypes.ChildNode[] = [...root.childNodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (!('tagName' in node)) continue;
    found.push(node);
    const content = 'content' in node ? (node as DefaultTreeAdapterTypes.Template).content.childNodes : [];
    open.push(...[...node.childNodes, ...content].reverse());
  }
  return found;
}

function codeOf({ tagName, attrs }: Element): string[] {
  const attribute = (name: string) => attrs.find((each) => each.name === name)?.value;
  const isOwn = tagName === 'script' && attribute('src') === undefined && attribute('type') !== 'application/ld+json';
  return [
    ...(isOwn ? ['<script>'] : []),
    ...attrs.filter(({ name, value }) => runs(name, value)).map(({ name, value }) => `${name}="${value.slice(0, 60)}"`),
  ];
}

function runs(name: string, value: string): boolean {
  if (/^on|^srcdoc$/.test(name)) return true;
  // A browser passes over white space and control characters in the name of a scheme.
  return /^(?:java|vb)script:/i.test(value.replace(/[\s\p{Cc}]/gu, ''));
}
