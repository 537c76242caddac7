/** The latest year that a text speaks of as past. */
import type { DraftBlock } from './article.ts';

const quotedOrTitled = /《[^》]*》|“[^”]*”/gu;
const sentence = /[^。！？；]+/gu;
const year = /(?<!\d)(?<year>(?:19|20)\d{2})(?=年)/gu;

/** The sentence looks ahead: its years are aims, not facts. */
const planned =
  /(?:计划|规划|力争|目标|争取|拟|将于|预计|有望|到\d{4}年(?:底|末|前)?[，、]?(?:全面|基本|力争|实现|建成|建设|打造|完成|全部)|试点|三年行动|五年)/u;

/** `2021` for 2021年，全县实现…; years in names of documents and plans do not count. Undefined where the text names none. */
export function latestPastYear(blocks: readonly Pick<DraftBlock, 'text'>[]): string | undefined {
  const years = blocks.flatMap(({ text }) =>
    [...text.replace(quotedOrTitled, '').matchAll(sentence)].flatMap(([clause]) =>
      planned.test(clause) ? [] : [...clause.matchAll(year)].map((match) => match.groups?.year ?? ''),
    ),
  );
  return years.sort().at(-1);
}
