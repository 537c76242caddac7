/** The little of XML that the parts of a Word file need. Entities of a document's own are not expanded. */
import { DOMParser } from 'linkedom';

export function parseXml(text: string): Document {
  return new DOMParser().parseFromString(text, 'text/xml') as unknown as Document;
}

/** Elements by their full name, prefix included, in document order. */
export function elementsNamed(parent: Document | Element, name: string): Element[] {
  return [...parent.querySelectorAll('*')].filter((element) => element.tagName === name);
}

export function attribute(element: Element | undefined, name: string): string {
  return element?.getAttribute(name) ?? '';
}
