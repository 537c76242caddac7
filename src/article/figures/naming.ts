/** Which numbers of a passage are figures, and what each of them counts. */

import type { Span } from '../article.ts';
import { amountSubject, isBare } from './amounts.ts';
import { clauseAt, sentenceAt, wordsBefore } from './clauses.ts';
import { isLevelOnly, isOnlyVerb, nameBefore, verbOf, withoutLevel } from './name-before.ts';
import { nameBehind } from './name-behind.ts';
import { heads, namesMeasure } from './name-heads.ts';
import type { Named, Passage, Words } from './named.ts';
import type { Quantity } from './quantities.ts';
import { equalShares, respective } from './series.ts';
import { shareOf, shareSubject } from './shares.ts';
import { vagueNames } from './subject-words.ts';
import { completeThreshold, isThreshold, isWithinShare } from './thresholds.ts';
import type { Measure } from './units.ts';

/** Figures in reading order. `owners`: names of places and villages that may lead a subject. */
export function nameFigures(text: string, quantities: readonly Quantity[], owners: readonly string[]): Named[] {
  const thresholds = quantities.filter((q, i) => isThreshold(text, q, quantities[i + 1]) || isWithinShare(text, q, quantities[i - 1]));
  const all = quantities.filter((q) => !thresholds.includes(q) && !isDenominator(text, q));
  const named: Named[] = [];
  const passage: Passage = { text, owners, all, thresholds, hasRows: text.includes('分别') };
  for (let index = 0; index < all.length; ) {
    const group = runFrom(text, all, index);
    named.push(...nameRun(passage, group, named));
    index += group.length;
  }
  return shareVague(named).filter((one) => counts(text, one));
}

/** 每3至5个村组建一个: the number belongs to 每; 前三名 and 这两个 count nothing either. */
function isDenominator(text: string, q: Quantity): boolean {
  const before = wordsBefore(text, q.start, 4);
  return /(?:每|每隔|满|前|近[几]?)$/u.test(before) || (q.han && /[这那哪后上下头另再无数同]$/u.test(before));
}

/** Numbers with nothing between them share a subject: 29期2234人. */
function runFrom(text: string, all: readonly Quantity[], index: number): Quantity[] {
  const run: Quantity[] = [];
  for (let i = index; i < all.length; i++) {
    const [q, last] = [all[i], run.at(-1)];
    if (!q || (last && !/^(?:共|计|总计|涉及)?$/u.test(text.slice(last.end, q.start)))) break;
    run.push(q);
  }
  return run;
}

function nameRun(at: Passage, run: readonly Quantity[], named: readonly Named[]): Named[] {
  const { text, all, owners } = at;
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return [];
  const clause = clauseAt(text, first.start, last.end);
  const next = all[all.indexOf(last) + 1];
  const limit = next && next.start < clause[1] ? next.start : clause[1];
  const rest = text.slice(last.end, limit);
  const previous = named.at(-1);
  const from = Math.max(clause[0], previous?.own[1] ?? 0);
  const lead = text.slice(from, first.start);
  const before = nameBefore(withoutPer(lead), owners);
  const beforeMeasure = limit !== clause[1] && namesMeasure(rest);
  const behind = nameBehind(rest, last.measure, beforeMeasure);
  const own: Span = [from, behind && !beforeMeasure ? last.end + behind.end : last.end];
  const near = previous && previous.own[0] >= sentenceAt(text, first.start)[0] ? previous : undefined;
  const row = equalShares(run, before.name) ?? (run.length === 1 ? respective(first, at, named) : undefined);
  if (row) return row.map((member) => ({ ...member, growth: before.growth, clause, own, inherited: false }));
  return run.map((quantity) => {
    const words = { quantity, before, behind: behind?.name ?? '', rest, lead, near };
    const direct = directSubject(words, at);
    return { quantity, subject: direct || inheritedSubject(words), growth: before.growth, clause, own, inherited: direct === '' };
  });
}

const withoutPer = (text: string): string =>
  text.replace(/(?:每(?:一|个|名|位|家|户|支)?[\p{Script=Han}]{1,4}?)+$/u, (part) =>
    /^(?:每(?:一|个|名|位)?(?:人|户|村|亩|年|月|季度|周|社区|家|名党员|个村))+$/u.test(part) ? '' : part,
  );

/** Measures whose number says nothing without a noun of this kind before it. */
const neededName: Partial<Record<Measure, RegExp>> = {
  span: /(?:时限|时间|用时|周期|时长|期限|耗时)$/u,
  score: /(?:得分|满意度|评分|测评|评价|成绩|指数|均分|积分)$/u,
};

/** What the clause itself names, or the empty string. */
function directSubject(words: Words, at: Passage): string {
  const { quantity, before, behind, rest } = words;
  const { measure } = quantity;
  const share = measure === 'things' ? undefined : shareOf(words, at);
  if (share !== undefined) return share;
  switch (measure) {
    case 'share':
      return shareSubject(words, at);
    case 'money':
    case 'extent':
      return amountSubject(words, at);
    case 'people':
      return behind || (rest.startsWith('口') ? '人口' : completeName(words, at));
    case 'households':
    case 'things':
    case 'events':
      return behind || completeName(words, at);
    case 'years':
      return before.growth || /年龄/u.test(before.name) ? before.name : '';
    case 'rank':
      return before.name.replace(/(?:已|连续)+$/u, '').replace(/在[\p{Script=Han}]{0,2}[省市县区].*$/u, '') || before.name;
    default:
      return (neededName[measure]?.test(before.name) ?? true) ? before.name : '';
  }
}

/** Whom a verb without object is about: 抽调60余人, 走访3000户. */
const doneTo: Partial<Record<Measure, string>> = { people: '人员', households: '农户' };

const peopleDoing =
  /^(?:前来|前往|踊跃|积极|自愿|主动)?(参加|参与|参训|受益|就业|务工|考察学习|考察|参观|返乡|报名|报到|参会|学习|应聘|应考)/u;

const actions = /^(?:通报|宣讲|走访|慰问|培训|观摩|督查|检查|调研|巡察|演练|演出|义诊|巡查|轮训|座谈|协商|调解)$/u;

/** A bare level takes the noun of the figure before, a bare verb whom it is about. */
function completeName(words: Words, at: Passage): string {
  const { before, near, quantity, lead } = words;
  const { name, verb } = before;
  const { measure } = quantity;
  const alike = near?.quantity.measure === measure;
  if (isOnlyVerb(name) && measure === 'events' && !actions.test(name)) return '';
  if (isOnlyVerb(name) && measure !== 'events') return alike ? '' : name + (doneTo[measure] ?? '事项');
  if (isLevelOnly(name)) return near ? name + withoutLevel(near.subject) : '';
  if (isBare(name)) return verbOf(verb) + name;
  if (at.owners.includes(name)) return alike ? '' : (doneTo[measure] ?? name);
  if (name && alike && lead.endsWith('的')) return `${name}的${near.subject}`;
  if (name) return completeThreshold(name, quantity, at, near?.subject);
  return alike ? '' : nameOfDeed(words);
}

/** Without any name: 参加人员, 通报, 走访农户. */
function nameOfDeed({ before: { verb }, quantity: { measure }, rest }: Words): string {
  const doing = measure === 'people' ? peopleDoing.exec(rest)?.[1] : undefined;
  if (doing) return `${doing}人员`;
  const deed = verbOf(verb);
  if (measure === 'events' && actions.test(deed)) return deed;
  const whom = doneTo[measure];
  return whom && deed ? deed + whom : '';
}

/** 同比增长135% says it of the figure before. */
function inheritedSubject({ quantity, before, near, lead }: Words): string {
  if (!near || neededName[quantity.measure]) return '';
  if (before.growth || ['points', 'times'].includes(quantity.measure)) return near.subject;
  const unnamed = before.name === '' || isOnlyVerb(before.name);
  const continues = /^(?:其中|共|达|约|有|、|和|，)*$/u.test(lead) || near.quantity.measure === quantity.measure;
  return unnamed && continues ? near.subject : '';
}

const vague = new RegExp(`^(?:${vagueNames})$`, 'u');

/** 5个方面16项内容: the first is said of the second. */
function shareVague(named: readonly Named[]): Named[] {
  return named.map((one, i) => {
    const next = named[i + 1];
    return next && vague.test(one.subject) && next.own[0] === one.own[1] && next.quantity.start === one.own[1]
      ? { ...one, subject: next.subject }
      : one;
  });
}

const isCounted = (subject: string): boolean => heads.things.test(subject) || /[”》）]$/u.test(subject);
const empty =
  /^(?:最[多少高低]的.*|.*[能可]卖|领|方面|层面|环节|维度|阶段|角度|年|月|日|时|人|次|之|大|以上|以下|左右|队伍|力量|单元|为|是|等|其|又|来|上|中|下|位)$/u;

/** Words of a sentence, not of a name. */
const sentenceWords = /^(?:后可|可同时|记住|[她他](?:们)?|我们|而且?|那里|这里|[深高宽厚]的)|了(?!解)./u;

/** Precision first: Han numerals below ten count only what has a plain noun. */
function counts(text: string, { quantity, subject }: Named): boolean {
  if (!/[\p{Script=Han}A-Za-z]/u.test(subject) || empty.test(subject)) return false;
  if (quantity.measure !== 'share' && sentenceWords.test(subject)) return false;
  if (!quantity.han || quantity.value >= 10 || quantity.measure === 'money') return true;
  return (
    isCounted(subject) &&
    !vague.test(subject) &&
    !/队伍$|力量$|^人$/u.test(subject) &&
    !/[一二三四五六七八九]$/u.test(wordsBefore(text, quantity.start, 1))
  );
}
