/** Text for an XML document, in an element or between double quotes: what XML 1.0 forbids is left out. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/gu, (char) => `&#${char.charCodeAt(0)};`);
}

/** `<name a="b">text</name>`; without text `<name a="b"/>`. Attributes and elements without a value are left out. */
export function xmlElement(name: string, text: string | undefined, attributes: Record<string, string | undefined> = {}): string {
  const given = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${xmlText(value)}"`]));
  if (text === undefined && given.length === 0) return '';
  const open = `${name}${given.join('')}`;
  return text === undefined ? `<${open}/>` : `<${open}>${xmlText(text)}</${name}>`;
}

export const xmlDeclaration = '<?xml version="1.0" encoding="utf-8"?>';
