/** Markdown with GitHub's tables, lists and footnotes; front matter states what the text does not. */

import { parseHTML } from 'linkedom';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Manuscript } from '../manuscript.ts';
import { tagsTooDeep } from './depth.ts';
import { embeddedContent, gatherPictures } from './images.ts';
import { outline } from './outline.ts';

const toHtml = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { footnoteLabel: '注释', footnoteBackContent: () => [], allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true });

/** HTML inside the Markdown is read as in a page: its tags go, its text stays. Undefined where they nest too deep. */
export function readMarkdown(body: string): Manuscript | undefined {
  const html = String(toHtml.processSync(body));
  if (tagsTooDeep(html)) return undefined;
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  const { text, marks, images } = outline(document);
  return { text, garbled: 0, plain: false, marks, leftOut: [], stated: {}, ...gatherPictures(images, embeddedContent) };
}
