/** Quotation marks and brackets that have lost their other half. */
import type { DraftBlock } from '../article.ts';
import { type Problem, problem } from '../catalogue.ts';
import { Characters } from '../text/characters.ts';

type Block = Pick<DraftBlock, 'id' | 'kind' | 'text'>;

/** A mark inside its own kind is as wrong as one without its other half, but for titles and remarks within one another. */
const pairs: readonly { open: string; close: string; name: string; nests: boolean }[] = [
  { open: '“', close: '”', name: '引号', nests: false },
  { open: '‘', close: '’', name: '单引号', nests: false },
  { open: '《', close: '》', name: '书名号', nests: true },
  { open: '（', close: '）', name: '括号', nests: true },
];

export function quoteFlags(blocks: readonly Block[]): Problem[] {
  return blocks.flatMap((block, i) => {
    const marks = marksIn(block.text);
    return marks.length === 0 ? [] : pairs.flatMap((pair) => pairFlag(block, marks, pair, goesOn(block, blocks[i + 1])));
  });
}

/** A speech of several paragraphs opens each of them and closes the last. */
function goesOn({ text }: Block, next: Block | undefined): boolean {
  return next?.kind === 'paragraph' && text.startsWith('“') && next.text.startsWith('“') && /[。！？…]$/u.test(text);
}

const signs = new Characters('[“”‘’《》（）]');

interface MarkPlace {
  sign: string;
  at: number;
}

function marksIn(text: string): MarkPlace[] {
  const marks: MarkPlace[] = [];
  for (let at = 0; at < text.length; at++) if (signs.at(text, at)) marks.push({ sign: text.charAt(at), at });
  return marks;
}

function pairFlag(
  { id, text }: Block,
  marks: readonly MarkPlace[],
  { open, close, name, nests }: (typeof pairs)[number],
  maySayMore: boolean,
): Problem[] {
  const flag = (words: string) =>
    open === '“' ? [problem('unbalancedQuotes', { words }, { block: id })] : [problem('unbalancedMarks', { name, words }, { block: id })];
  let depth = 0;
  for (const { sign, at } of marks) {
    if (sign !== open && sign !== close) continue;
    if (sign === close && isNumbering(text, at)) continue;
    depth += sign === open ? 1 : -1;
    if (depth < 0 || (depth > 1 && !nests)) return flag(text.slice(Math.max(0, at - 12), at + 8));
  }
  if (depth === 0 || (maySayMore && open === '“')) return [];
  return flag(text.slice(text.lastIndexOf(open)).slice(0, 20));
}

/** `1）`, `一）`: a bracket that never had another half. */
function isNumbering(text: string, at: number): boolean {
  return text[at] === '）' && /(?:^|[。；\s])(?:\d{1,2}|[一二三四五六七八九十]{1,3})$/u.test(text.slice(Math.max(0, at - 4), at));
}
