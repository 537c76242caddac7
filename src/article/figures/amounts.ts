/** What an amount of money, land or goods is: rules in order, the first that knows decides. */
import { clauseAt } from './clauses.ts';
import { isOnlyVerb, moneyMeasure, nameBefore, verbOf } from './name-before.ts';
import type { Passage, Words } from './named.ts';
import { completeThreshold } from './thresholds.ts';

interface AmountRule {
  reason: string;
  subject: (words: Words, name: string, at: Passage) => string | undefined;
}

/** Names that say nothing without their verb: 争取资金. */
export const isBare = (name: string): boolean => /^(?:资金|经费|土地|就业|收入|贷款)$/u.test(name);
const payee = /^(?:城市|农村)?(?:社区|村|乡镇|街道|党?支部|党总支|户)$/u;
const gotten = /(?:分到|领到|拿到|收到|得到|挣到?|赚到?)了?$/u;
const each = /^(?:每(?:个|户|名|家)?(?:人|村|户|亩|社区|年|月)(?:（[^）]*）)?)+/u;
/** 每个提升点 alone, 离任村干部每人每月补助 */
const eachAlone = /^每(?:个|名|家|户|支|所|位)\p{Script=Han}{1,8}$/u;
const eachInside = /(?<=\p{Script=Han}{2})(?:每(?:人|户|村|亩|年|月|天|季度))+/gu;

/** `name` is the name before the number without 每户 and the like. */
const amountRules: readonly AmountRule[] = [
  {
    reason: '为村集体带来15万元收入',
    subject: ({ behind, lead }) => {
      const earner = behind === '收入' ? /为(.{1,8}?)(?:带来|创造|增加|贡献)了?$/u.exec(lead)?.[1] : undefined;
      return earner && `${earner}收入`;
    },
  },
  { reason: '投入100万元资金', subject: ({ behind, before }) => (isBare(behind) ? verbOf(before.verb) + behind : undefined) },
  {
    reason: '每个社区20万元标准保障经费',
    subject: ({ behind }) => (/^标准./u.test(behind) ? nameBefore(behind.slice(2), []).name || behind : undefined),
  },
  { reason: '100万元专项资金', subject: ({ behind }) => behind || undefined },
  { reason: '按每村10万元标准保障经费', subject: standardOf },
  {
    reason: '每个村2万元、社区5万元的党建经费',
    subject: ({ quantity }, _, { text }) =>
      /^、[\p{Script=Han}]{1,6}\d[\d.]*[万亿]?元的?([\p{Script=Han}]{2,10}(?:经费|资金|补助|补贴|报酬))/u.exec(
        text.slice(quantity.end),
      )?.[1],
  },
  {
    reason: '每村每年2万元，社区5万元',
    subject: ({ quantity, near }, name) =>
      quantity.measure === 'money' && near?.quantity.measure === 'money' && (payee.test(name) || eachAlone.test(name))
        ? near.subject
        : undefined,
  },
  { reason: '流转土地1200亩', subject: ({ before }, name) => (isBare(name) ? verbOf(before.verb) + name : undefined) },
  { reason: '种植面积6712亩', subject: ({ quantity }, name) => (quantity.measure === 'money' ? undefined : name) },
  { reason: '每户年增收9000元', subject: eachEarns },
  { reason: '每户分到4000元', subject: ({ before }) => (gotten.test(before.name) ? `${before.name}资金` : undefined) },
  {
    reason: '每年能省下200元',
    subject: (_, name) => (isOnlyVerb(name.replace(/^[能可]/u, '')) ? (moneyMeasure(name) ?? `${name}资金`) : undefined),
  },
  {
    reason: '村集体收入50万元',
    subject: ({ quantity }, name, at) => (name ? (moneyMeasure(name) ?? completeThreshold(name, quantity, at)) : undefined),
  },
  {
    reason: '投入800万元',
    subject: ({ before }) =>
      moneyMeasure(before.verb) ?? (verbOf(before.verb) && !before.growth ? `${verbOf(before.verb)}资金` : undefined),
  },
];

export function amountSubject(words: Words, at: Passage): string {
  const name = words.before.name.replace(each, '');
  for (const { subject } of amountRules) {
    const found = subject(words, name, at);
    if (found !== undefined) return found.replace(eachInside, '') || found;
  }
  return '';
}

function standardOf({ lead, quantity }: Words, _name: string, { text }: Passage): string | undefined {
  if (!/^[按以]/u.test(lead)) return undefined;
  const behind = text.slice(quantity.end, clauseAt(text, quantity.start, quantity.end)[1]);
  const object = /^[^，。；]{0,14}?标准(?:给予|予以|进行)?(.{2,14})/u.exec(behind)?.[1];
  return object && (nameBefore(object, []).name || object);
}

/** Whose: the households counted before it, else 每户. */
function eachEarns({ before, near }: Words, name: string): string | undefined {
  const [, what] = /^(?:年|月)?(增收|分红|收入)$/u.exec(name) ?? [];
  if (!what || !/每|均/u.test(before.name)) return undefined;
  const counted = near && near.quantity.measure !== 'money' ? near.subject : undefined;
  return (counted ?? /^每[户人村亩]/u.exec(before.name)?.[0] ?? '每户') + what;
}
