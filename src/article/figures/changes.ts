/** Numbers that are one change: 由8000元增加到13万元, 由18.7%降至0. */
import { wordsBefore } from './clauses.ts';
import type { Quantity } from './quantities.ts';

/** What stands between the two numbers of a change. */
const changeLink =
  /^的?(?:[^，。；：\d]{0,6}?)(?:增加|增长|提高|提升|上升|扩大|发展|攀升|跃升|增|升|跃|下降|降低|降|减少|减|缩短|压缩|压减|拓展|壮大|优化|扩展|扩|变|缩)?(?:到了?|至|为|成)(?:\d{4}年(?:底|末|初)?的?|现在的?|目前的?|如今的?|今年的?|去年的?)?(?:的)?$/u;
const changeOpening = /(?:由|从)(?:[^，。；：由从]{0,12})$/u;

/** 由8000元增加到13万元 is one quantity, of its second unit. */
export function joinChanges(text: string, all: readonly Quantity[]): Quantity[] {
  const joined: Quantity[] = [];
  for (const next of all) {
    const last = joined.at(-1);
    const link = last ? text.slice(last.end, next.start) : '';
    const opening = last ? changeOpening.exec(wordsBefore(text, last.start)) : null;
    if (last && opening && !last.span && last.measure === next.measure && changeLink.test(link)) {
      const words = {
        prefix: '由',
        value: `${last.words.prefix}${last.words.value}${last.words.unit}到${next.words.prefix}${next.words.value}`,
        unit: next.words.unit,
      };
      joined.splice(-1, 1, {
        ...next,
        start: last.start - opening[0].length,
        value: last.value,
        valueTo: next.value,
        span: 'change',
        words,
      });
    } else
      joined.push(
        next.span === 'range' && /(?:由|从)$/u.test(wordsBefore(text, next.start, 1)) && !consists.test(text.slice(next.end))
          ? asChange(next)
          : next,
      );
  }
  return joined.map((q) => fallenToZero(text, q));
}

/** 由18.7%降至0: the zero takes the unit of what fell. */
const toZero = /^[^，。；：\d]{0,4}(?:降至|降到|降为|减至|减到|下降到)了?(?:0|零)(?![\d.%％]|\p{Script=Han}*[零〇一二三四五六七八九十])/u;

function fallenToZero(text: string, q: Quantity): Quantity {
  const opening = changeOpening.exec(wordsBefore(text, q.start));
  const link = toZero.exec(text.slice(q.end));
  if (q.span || !opening || !link) return q;
  const words = { prefix: '由', value: `${q.words.prefix}${q.words.value}${q.words.unit}到0`, unit: q.words.unit };
  return { ...q, start: q.start - opening[0].length, end: q.end + link[0].length, valueTo: 0, span: 'change', words };
}

/** 由3至5家单位组成 */
const consists = /^[^，。；]{0,16}(?:组成|构成)/u;

function asChange(q: Quantity): Quantity {
  return { ...q, start: q.start - 1, span: 'change', words: { ...q.words, prefix: '由' } };
}
