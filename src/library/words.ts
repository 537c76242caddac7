import type { Block, Case, CaseDate } from '../article/schema.ts';

/** How a reader names a block: `第11段`, else what it is. */
export function blockLabel(block: Pick<Block, 'kind' | 'n'>): string {
  if (block.n !== undefined) return `第${block.n}段`;
  return { heading: '标题', paragraph: '段落', caption: '图注', list: '列表', table: '表格', image: '图片' }[block.kind];
}

/** `2020年7月27日`, as far as the date is known. */
export function dateText({ value }: Pick<CaseDate, 'value'>): string {
  const known = dateTexts.get(value);
  if (known !== undefined) return known;
  const text = dateInWords(value);
  dateTexts.set(value, text);
  return text;
}

/** By day: every claim says how old its article is. */
const dateTexts = new Map<string, string>();

function dateInWords(value: string): string {
  const [year, month, day] = value.split('-').map(Number);
  return `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`;
}

/** The date of a case, or what may be said without one. */
export function caseDateText(entry: { date?: Pick<CaseDate, 'value'>; notBefore?: string }): string {
  if (entry.date) return dateText(entry.date);
  return entry.notBefore ? `不早于${entry.notBefore}年` : '日期未注明';
}

/** Why a date is only a bound, or who supplied it; empty where the source states it. */
export function caseDateNote(entry: Pick<Case, 'date' | 'notBefore'>): string {
  if (entry.date) return entry.date.basis === 'editor' ? '编辑补注' : '';
  return entry.notBefore ? '文中最晚年份' : '';
}

/** Who vouches for what was read from a case. */
export function reviewText(entry: Pick<Case, 'review'>): string {
  return entry.review.state === 'reviewed' ? '已核' : '机器提取';
}

/** A place as a reader looks for it: `福建省三明市`; a municipality or province is not said twice. */
export function pathText(path: readonly string[]): string {
  return path.join('');
}

/** First sentence of a guide in Markdown: its definition, without marks of emphasis or links. */
export function leadSentence(markdown: string): string {
  const paragraph = markdown
    .split(/\r?\n\s*\r?\n/u)
    .map((part) => part.trim())
    .find((part) => part !== '' && !/^(?:#|import\s|export\s|<|\{|---|[-*>|] ?)/u.test(part));
  if (!paragraph) return '';
  const plain = paragraph
    .replace(/\s*\r?\n\s*/gu, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/[*_`]/gu, '');
  return /^.*?[。！？](?:[”’）」』])?/u.exec(plain)?.[0] ?? plain;
}
