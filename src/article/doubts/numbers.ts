/** One thing that is counted twice, with two results. */
import { type Problem, problem } from '../catalogue.ts';
import { Characters } from '../text/characters.ts';
import { matchesIn } from '../text/matches.ts';
import type { Text } from './text.ts';

const unit = '(?:名|个|户|人|家|亩|件|支|项|所|座|条|场次|人次|村)';
const noun = String.raw`\p{Script=Han}{3,10}`;
const counts: readonly RegExp[] = [
  new RegExp(String.raw`(?<about>近|约|逾|超过)?(?<![\d.])(?<value>\d{2,7})(?<round>[多余])?(?<unit>${unit})(?<behind>${noun})`, 'gu'),
  new RegExp(
    String.raw`(?<before>${noun}?)(?<![\d.])(?<value>\d{2,7})(?<round>[多余])?(?<unit>${unit})(?!\p{Script=Han}{0,2}(?:[多余]|以上))`,
    'gu',
  ),
];

/** A smaller number counts nothing that is doubted. */
const fewestDigits = /\d\d/u;

interface Count {
  block: string;
  sentence: string;
  words: string;
  value: number;
  round: boolean;
  /** Counts all that the whole has: 全县辖14个乡镇、218个行政村. */
  isTotal: boolean;
  unit: string;
  /** The thing, where its name stands behind the number, and where it stands before. */
  behind?: string | undefined;
  before?: string | undefined;
  /** The thing alone. */
  name: string;
}

/** More counts than that are a table; looking at each pair would take long. */
const mostCounts = 300;
const mostFlags = 5;

/** One thing counted once exactly and once in round numbers, or twice exactly for one and the same whole, with two results. */
export function numberFlags(blocks: readonly Text[]): Problem[] {
  const found = blocks.flatMap(countsIn).slice(0, mostCounts);
  const flags = new Map<string, Problem>();
  for (const [i, one] of found.entries())
    for (const other of found.slice(i + 1)) {
      const thing = one.unit === other.unit && one.value !== other.value ? commonThing(one, other) : undefined;
      if (!thing || flags.has(thing)) continue;
      if (differ(one, other))
        flags.set(thing, problem('twoNumbers', { one: shown(one, thing), other: shown(other, thing) }, { block: other.block }));
    }
  return [...flags.values()].slice(0, mostFlags);
}

function countsIn({ id, text }: Text): Count[] {
  return text.split(/[。！？；]/u).flatMap((sentence) =>
    (fewestDigits.test(sentence) ? counts : []).flatMap((pattern) =>
      matchesIn(sentence, pattern).map(({ 0: words, groups, index: at }) => ({
        block: id,
        sentence,
        words,
        value: Number(groups?.value),
        round: groups?.round !== undefined || groups?.about !== undefined,
        isTotal: groups?.before ? totalNamed.test(sentence.slice(0, at + groups.before.length)) : totalBefore.test(sentence.slice(0, at)),
        unit: groups?.unit ?? '',
        behind: groups?.behind,
        before: groups?.before,
        name: nameOf({ behind: groups?.behind, before: groups?.before }),
      })),
    ),
  );
}

function differ(one: Count, other: Count): boolean {
  if (one.round !== other.round) {
    const [round, exact] = one.round ? [one, other] : [other, one];
    return exact.value > round.value * 0.9 && exact.value < round.value * 1.1;
  }
  return !one.round && isWhole(one, other);
}

const whole = /全[县市区旗州省镇乡村盟]|辖区(?:内)?(?:共)?有|现有|共有/u;
/** What tells of another time, or of a part. */
const period = /\d{4}年|[今去前]年|\d+月|上半年|下半年|年初|年底|目前|如今|此前|原有|过去|换届[前后]|“?十[一二三四]五/gu;
const part =
  /其中|新增|新建|新设|新组建|增加|减少|另有|剩余|整合|合并|调整|首批|第[一二三四五六七八九十]批|每[个名年月村]|平均|计划|力争|达到|改造|提升|评选|表彰|培训|整顿|选派|补选|试点|示范/u;

/** Both speak of the same whole, and of no other time and no part of it. */
function isWhole(one: Count, other: Count): boolean {
  const [first, second] = [one, other].map(({ sentence }) => whole.exec(sentence)?.[0]);
  if (first === undefined || first !== second || part.test(one.sentence) || part.test(other.sentence)) return false;
  const [times, otherTimes] = [one, other].map(({ sentence }) => [...sentence.matchAll(period)].map(([time]) => time).join());
  return times === otherTimes;
}

/** All units of a county stand behind its name, in a list at most: 全县辖14个乡镇、218个行政村; their name may stand before the number. */
const total = String.raw`(?:^|[，。；、])全[县市区旗州镇乡](?:现|共|下)?(?:辖|有)?(?:\d+个\p{Script=Han}{2,6}[、，和])*`;
const totalBefore = new RegExp(`${total}$`, 'u');
const totalNamed = new RegExp(String.raw`${total}\p{Script=Han}{2,4}$`, 'u');
const units = /^(?:行政村|自然村|村民小组|居民小组|乡镇|社区|街道)$/u;

/** Shortest name of a thing that tells it from others. */
const shortestThing = 4;
const shortestRoundThing = 3;
const shortestUnit = 2;

/** The name that both give the thing: from its front behind a number, up to its end before one. */
function commonThing(one: Count, other: Count): string | undefined {
  const least = one.round || other.round ? shortestRoundThing : shortestThing;
  for (let length = one.name.length; length >= least; length--) {
    const thing = partOf(one, length);
    if (isThing(thing) && partOf(other, length) === thing) return thing;
  }
  if (!one.isTotal || !other.isTotal) return undefined;
  for (let length = one.name.length; length >= shortestUnit; length--) {
    const thing = partOf(one, length);
    if (units.test(thing) && isThing(thing) && partOf(other, length) === thing) return thing;
  }
  return undefined;
}

/** So many characters of its name, from the side of the number; shorter where the name is. */
function partOf({ name, behind }: Count, length: number): string {
  return behind === undefined ? name.slice(-length) : name.slice(0, length);
}

const joint = new Characters('[的和与及等]');

function isThing(words: string): boolean {
  return !joint.at(words, 0) && words.charAt(0) !== '在' && !joint.at(words, words.length - 1);
}

/** The thing alone: `辖区内共有居民小组` to `居民小组`. */
function nameOf({ behind, before = '' }: Pick<Count, 'behind' | 'before'>): string {
  return behind ?? before.replace(/^.*(?:共有|现有|建有|设有|有|建成|共)/u, '');
}

function shown({ words, behind, before }: Count, thing: string): string {
  if (behind !== undefined) return words.slice(0, words.length - behind.length + thing.length);
  return words.slice((before ?? '').length - thing.length);
}
