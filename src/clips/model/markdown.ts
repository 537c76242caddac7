import { markdownQuote, markdownText } from '../../library/markdown.ts';
import type { Item, Manuscript } from './manuscript.ts';

/** The document as Markdown that shows exactly its words. */
export function markdownOf({ title, chapters }: Manuscript): string {
  const parts = chapters.flatMap(({ heading, sections }) => [
    `## ${markdownText(heading)}`,
    ...sections.flatMap((section) => [`### ${markdownText(section.heading)}`, ...section.items.flatMap(itemMarkdown)]),
  ]);
  return `${[`# ${markdownText(title)}`, ...parts].join('\n\n')}\n`;
}

function itemMarkdown({ kind, lines, mark, note, links }: Item): string[] {
  const text = `${lines.join('\n')}${mark}`;
  const body = kind === 'quote' ? markdownQuote(text) : `- ${markdownText(text)}`;
  return [
    [body, ...links.map(({ label, address }) => `  - ${markdownText(label)}：<${address}>`)].join('\n'),
    ...(note ? [`批注：${markdownText(note)}`] : []),
  ];
}
