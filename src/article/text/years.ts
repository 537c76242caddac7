/** The latest year that a text speaks of as past. */
import type { DraftBlock } from '../article.ts';
import { matchesIn } from './matches.ts';

const quotedOrTitled = /《[^》]{0,80}》|“[^”]{0,80}”/gu;
const sentences = /[^。！？；]+/gu;
const years = /(?<!\d)(?<year>(?:19|20)\d{2})(?=年|[—–~～至-]\d{4}年)/gu;

const anyYear = /(?:19|20)\d{2}/u;

/** Years in the name of a plan or a document: `2019—2023年全国党员教育培训工作规划`. */
const documentName =
  /(?<!\d)\d{4}(?:年?[—–~～至-]\d{4})?年(?:度)?[^，。、；]{0,24}?(?:规划|行动方案|实施方案|工作方案|行动计划|工作计划|工作要点|要点|纲要|实施意见)/gu;

/** Right before a year that is an aim: `到2025年`, `力争2024年底`. */
const aimBefore = /(?:到|力争|计划|预计|争取|确保|拟|将于|将在|目标是?|规划|展望)(?:于|在|到)?$/u;
/** Right behind it: `2025年前`, `2025年底前`, `2024年将`. */
const aimBehind =
  /^年(?:底|末|年底|上半年|下半年)?(?:前(?!后|三|两|几)|之前|以前|[，、]?(?:计划|力争|将|拟|预计|争取|有望|确保)(?!军|士|领))/u;
/** A sentence that reports what has been reached, whatever year it names. */
const reached = /已|了|累计|截至|截止/u;

/** `2021` for 2021年，全县实现…; aims and the names of plans do not count. Undefined where the text names none. */
export function latestPastYear(blocks: readonly Pick<DraftBlock, 'text'>[]): string | undefined {
  return blocks
    .filter(({ text }) => text.includes('年'))
    .map(({ text }) => text.replace(quotedOrTitled, '').replace(documentName, ''))
    .filter((text) => anyYear.test(text))
    .flatMap((text) => matchesIn(text, sentences))
    .flatMap(([sentence]) => pastYears(sentence))
    .sort()
    .at(-1);
}

function pastYears(sentence: string): string[] {
  return matchesIn(sentence, years).flatMap((match) => {
    const before = sentence.slice(Math.max(0, match.index - 8), match.index);
    const behind = sentence.slice(match.index + match[0].length);
    const isAim = aimBehind.test(behind) || (aimBefore.test(before) && !reached.test(sentence));
    return isAim ? [] : [match.groups?.year ?? ''];
  });
}
