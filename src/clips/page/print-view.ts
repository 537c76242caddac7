import { element } from '../../search/page/elements.ts';
import type { Item, Manuscript } from '../model/manuscript.ts';

/** The document as it is printed. */
export function printView({ title, chapters }: Manuscript): Node[] {
  return [
    element('p', { class: 'print-title' }, title),
    ...chapters.flatMap(({ heading, sections }) => [
      element('h2', {}, heading),
      ...sections.flatMap((section) => [element('h3', {}, section.heading), ...section.items.flatMap(itemParagraphs)]),
    ]),
  ];
}

function itemParagraphs({ kind, lines, mark, note, links }: Item): Node[] {
  const last = lines.length - 1;
  return [
    ...lines.map((line, index) => element('p', { class: `print-${kind}` }, index === last ? line + mark : line)),
    ...(note ? [element('p', { class: 'print-note' }, `批注：${note}`)] : []),
    ...links.map(({ label, address }) => element('p', { class: 'print-link' }, `${label}：${address}`)),
  ];
}
