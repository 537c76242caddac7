/** Numbers that tell which things are meant and count nothing themselves: 10万元以上的村, 职工8人以上的企业. */
import { clauseAt, sentenceAt } from './clauses.ts';
import { nameBefore } from './name-before.ts';
import type { Passage } from './named.ts';
import type { Quantity } from './quantities.ts';
import { moneyHeads, nameStops } from './subject-words.ts';
import type { Measure } from './units.ts';

const verbBehind = new RegExp(`^的?(?:${nameStops})`, 'u');
const moneyBehind = new RegExp(`^的?[^，。；、]{0,12}(?:${moneyHeads})(?!的?(?:村|户|群体|家庭|人口|人群))`, 'u');
const boundBefore = /^(?:不少于|不低于|至少|不超过|不足|不到|低于|少于|小于|超过|突破|逾|多于|高于|大于|超)/u;

/** 90%以上的村集体收入达到30万元: the amount belongs to what the share is of. */
export function isWithinShare(text: string, q: Quantity, before: Quantity | undefined): boolean {
  if (q.measure !== 'money' || before?.measure !== 'share') return false;
  return /^的?[^，。；：、\d]+$/u.test(text.slice(before.end, q.start));
}

const measured = new Set<Measure>(['money', 'people', 'households', 'years', 'extent', 'share', 'span']);

/** `next` is the number behind it in the text, if any. */
export function isThreshold(text: string, q: Quantity, next: Quantity | undefined): boolean {
  const behind = text.slice(q.end, clauseAt(text, q.start, q.end)[1]);
  if (!measured.has(q.measure) || behind === '') return false;
  const nextHere = next !== undefined && next.start < q.end + behind.length;
  if (q.measure === 'years' && behind.startsWith('的')) return true;
  if (q.trailing && (q.measure === 'years' || next?.start === q.end || /^、?(?:有|且)/u.test(behind))) return true;
  if (!/^的?[“\p{Script=Han}]/u.test(behind) || verbBehind.test(behind) || isOwnAmount(q, behind)) return false;
  if (q.measure === 'share')
    return nextHere && next?.measure !== 'share' && behind.startsWith('的') && nameBefore(text.slice(0, q.start), []).name !== '';
  const loose = q.bound === 'about';
  const bounded = boundBefore.test(text.slice(q.start, q.end));
  return (q.trailing && !loose) || (behind.startsWith('的') && q.measure !== 'extent' && (bounded || (nextHere && q.measure === 'money')));
}

/** 1000万元以上奖补资金 is an amount; 10万元以上的村 is not. */
const isOwnAmount = (q: Quantity, behind: string): boolean =>
  (q.measure === 'money' || q.measure === 'extent') && moneyBehind.test(behind) && !/^的[^，。；、]{0,12}(?:项目|村|企业|户)/u.test(behind);

/** 50万元以上的村 says of what only where 10万元以下村 did; 35岁以下1.2万名 are those counted before. */
export function completeThreshold(name: string, quantity: Quantity, at: Passage, counted = ''): string {
  const { text, thresholds, owners } = at;
  const place = text.lastIndexOf(name, quantity.start);
  const own = thresholds.find(({ start }) => start === place);
  if (!own) return name;
  if (own.end - own.start === name.length && counted) return name + counted.replace(/(?:总数|人数|总量)$/u, '');
  const sentence = sentenceAt(text, quantity.start);
  const earlier = thresholds.find(({ start, measure }) => start >= sentence[0] && start < own.start && measure === own.measure);
  if (!earlier) return name;
  const clause = clauseAt(text, earlier.start, earlier.end);
  return nameBefore(text.slice(clause[0], earlier.start), owners).name + name;
}
