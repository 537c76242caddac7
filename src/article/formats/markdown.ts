/** Markdown with GitHub's tables, lists and footnotes; front matter states what the text does not. */

import { parseHTML } from 'linkedom';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Manuscript } from '../manuscript.ts';
import { outline } from './outline.ts';

const toHtml = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { footnoteLabel: '注释', footnoteBackContent: () => [] })
  .use(rehypeStringify);

/** HTML inside the Markdown is left out; its text stays. */
export function readMarkdown(body: string): Manuscript {
  const { document } = parseHTML(`<html><body>${String(toHtml.processSync(body))}</body></html>`);
  const { text, marks } = outline(document.body);
  return { text, garbled: 0, plain: false, marks, leftOut: [], stated: {}, pictures: 0 };
}
