import type { TakenClip } from './clip.ts';
import { type Item, type Manuscript, shortSource } from './manuscript.ts';

/** The document as text to paste anywhere. */
export function plainText({ title, chapters }: Manuscript): string {
  const parts = chapters.flatMap(({ heading, sections }) => [
    heading,
    ...sections.flatMap((section) => [section.heading, ...section.items.map(itemText)]),
  ]);
  return `${[title, ...parts].join('\n\n')}\n`;
}

function itemText({ lines, mark, note, links }: Item): string {
  const all = [
    `${lines.join('\n')}${mark}`,
    ...(note ? [`批注：${note}`] : []),
    ...links.map(({ label, address }) => `${label}：${address}`),
  ];
  return all.join('\n');
}

/** One clip by itself: its words, its citation, its address. */
export function oneClipText(clip: TakenClip): string {
  return [`${clip.words}${shortSource(clip)}`, clip.citation, clip.link].filter((part) => part !== '').join('\n');
}
