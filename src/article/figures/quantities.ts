/** Numbers with a unit in running text, with their bounds, and how a figure's number is printed again. */
import type { Span } from '../article.ts';
import type { Figure } from '../schema.ts';
import { Characters } from '../text/characters.ts';
import { Pattern } from '../text/matches.ts';
import { joinChanges } from './changes.ts';
import { wordsBefore } from './clauses.ts';
import { arabicSource, halfWidth, hanSource, parseNumeral, scalePower, scaleSource, timesPowerOfTen } from './numerals.ts';
import { type Measure, measureOf, unitSource } from './units.ts';

export interface Quantity {
  /** From the bound word before the number to the bound word behind the unit. */
  start: number;
  end: number;
  /** In base units. */
  value: number;
  valueTo?: number;
  /** `change` for 由8000元增加到13万元. */
  span?: 'range' | 'change';
  unit: string;
  measure: Measure;
  bound: Figure['bound'];
  /** A bound word stands behind the unit: 10万元以上. */
  trailing: boolean;
  /** Written in Han numerals. */
  han: boolean;
  /** Denominator printed behind the unit: `亩` in 3000元/亩. */
  per?: string;
  /** The words around the unit, for printing. */
  words: { prefix: string; value: string; unit: string };
}

type Bound = Figure['bound'];
interface BoundRule {
  bound: Bound;
  words: string;
}

const boundsBefore: BoundRule[] = [
  { bound: 'atLeast', words: '不少于|不低于|不小于|至少' },
  { bound: 'atMost', words: '不超过|不多于|不高于|不大于|至多|最多' },
  { bound: 'under', words: '不足|不到|低于|少于|小于' },
  { bound: 'over', words: '超过了?|突破了?|超出|超|逾|多于|高于|大于|过(?=[十百千万亿])' },
  { bound: 'about', words: '(?<![最附邻亲就临新])将近|接近|大约|约为|约|(?<![最附邻亲就临新])近|上(?=[十百千万亿])' },
];
const boundsBehind: BoundRule[] = [
  { bound: 'over', words: '及?以上' },
  { bound: 'under', words: '以下' },
  { bound: 'atMost', words: '以内|之内' },
  { bound: 'about', words: '左右|上下' },
];

const boundWords = (rules: BoundRule[]): string => rules.map(({ words }) => words).join('|');
/** Each bound's words as a whole; what they may not follow has been checked where they were found. */
const wholeWords = (rules: BoundRule[]): { bound: Bound; test: RegExp }[] =>
  rules.map(({ bound, words }) => ({ bound, test: new RegExp(`^(?:${words.replace(/\(\?<?[=!]\[[^\]]*\]\)/gu, '')})$`, 'u') }));
const namedBefore = wholeWords(boundsBefore);
const namedBehind = wholeWords(boundsBehind);
const boundOf = (rules: typeof namedBefore, word: string): Bound | undefined =>
  word === '' ? undefined : rules.find(({ test }) => test.test(word))?.bound;

const more = '余|多|来';
const unitMore = '余|多(?!种|元|个|样|年|次|方|媒|维|功|渠|部门|级|村|网|层|措)';

/** Groups: arabic, scale or han, and whether 余 or 多 stands inside; the letter tells two numbers of a range apart. */
function numberSource(letter: string): string {
  const arabic = `(?<arabic${letter}>${arabicSource})(?<more${letter}>${more})?(?<scale${letter}>${scaleSource}|[千百](?=[余多名人户亩个元家件]))?`;
  const han = `(?<han${letter}>${hanSource})(?<hanMore${letter}>${more})?(?<hanScale${letter}>[万亿](?!${hanSource}))?`;
  return `(?:${arabic}|${han})(?<late${letter}>${more})?`;
}

const groupName = /\(\?<([A-Za-z]+)>/gu;
const range = `(?:${numberSource('A')}\\s?(?<unitA>${unitSource})?(?<to>[—–~～-]{1,2}|至|到))?`;
const quantitySource =
  `(?<before>${boundWords(boundsBefore)})?(?<body>${range}(?<number>${numberSource('B')})\\s?)(?<unit>${unitSource})?(?<unitMore>${unitMore})?` +
  `(?<behind>${boundWords(boundsBehind)})?(?:[/／](?<per>\\p{Script=Han}))?`;
/** Only the two groups without which a number is no quantity: most numbers are none, and so many groups take long to fill. */
const numberAt = new RegExp(
  quantitySource.replace(groupName, (_, name: string) => (name === 'unit' || name === 'scaleB' ? '(' : '(?:')),
  'uy',
);
const quantityAt = new RegExp(quantitySource.replace(groupName, '('), 'uy');
const groups: ReadonlyMap<string, number> = new Map([...quantitySource.matchAll(groupName)].map(([, name = ''], at) => [name, at + 1]));
/** Characters of the longest bound before a number: 不少于. */
const longestBound = 3;
/** Every quantity begins with one, but for its bound. */
const numerals = new Characters(`[\\d${hanSource.slice(1, -2)}]`);
/** Fractions are rare, and their expression has to be tried at every character. */
const fractionSign = /分之|[1-9]\/|[一二三四五六七八九]成/u;
const fraction = new Pattern(
  new RegExp(
    `(?<before>${boundWords(boundsBefore)})?(?<body>(?<of>${hanSource}|\\d+)分之(?<parts>${hanSource}|${arabicSource})|(?<part>[1-9])/(?<whole>[2-9]|10)(?=以上|以下|左右|多|的)|(?<tenths>[一二三四五六七八九])成(?=以上|多|左右|的|[，。；、）]|$))` +
      `(?<more>多|强)?(?<behind>${boundWords(boundsBehind)})?`,
    'gu',
  ),
);
const moneyContext =
  /(?:资金|投资|投入|收入|产值|营收|补助|贷款|利润|销售额|销售收入|分红|奖金|经费|金额|总额|增收|授信|租金|捐款)[^，。；：]{0,8}$/u;
const sameUnit: Record<string, string> = {
  百分点: '个百分点',
  块钱: '元',
  '人（次）': '人次',
  '人(次)': '人次',
  '台（套）': '台套',
  '台(套)': '台套',
};

/** All numbers with a unit, in reading order, none inside the spans to skip. */
export function findQuantities(text: string, skip: readonly Span[] = []): Quantity[] {
  return settleQuantities(text, readQuantities(text), skip);
}

/** The numbers as they stand, before those that make one change are joined. */
export function readQuantities(text: string): Quantity[] {
  const plain = halfWidth(text);
  const counted = numbersWithUnit(plain).flatMap((start) => readQuantity(plain, start) ?? []);
  const fractions = fractionSign.test(plain) ? fraction.in(plain).map(readFraction) : [];
  if (fractions.length === 0) return counted;
  const taken = fractions.map((q): Span => [q.start, q.end]);
  return [...fractions, ...counted.filter((q) => isFree(q, taken))].sort((a, b) => a.start - b.start);
}

/** Where numbers with a unit or a scale begin, their bounds among them. No number is inside another. */
function numbersWithUnit(plain: string): number[] {
  const starts: number[] = [];
  for (let at = 0, end = 0; at < plain.length; at++) {
    if (!numerals.at(plain, at)) continue;
    for (let start = Math.max(end, at - longestBound); start <= at; start++) {
      numberAt.lastIndex = start;
      const match = numberAt.exec(plain);
      if (!match) continue;
      if (match[1] || match[2]) starts.push(start);
      end = start + match[0].length;
      break;
    }
    at = Math.max(at, end - 1);
  }
  return starts;
}

export function settleQuantities(text: string, read: readonly Quantity[], skip: readonly Span[]): Quantity[] {
  return joinChanges(
    halfWidth(text),
    read.filter((q) => isFree(q, skip)),
  );
}

function isFree({ start, end }: Quantity, spans: readonly Span[]): boolean {
  return spans.every(([from, to]) => end <= from || to <= start);
}

function readFraction(match: RegExpExecArray): Quantity {
  const { before = '', body = '', of, parts, tenths, more: rest, behind = '' } = match.groups ?? {};
  const whole = parseNumeral(of ?? match.groups?.whole ?? '十') ?? 10;
  const part = parseNumeral(parts ?? match.groups?.part ?? tenths ?? '') ?? 0;
  const bound = boundOf(namedBefore, before) ?? boundOf(namedBehind, behind) ?? (rest ? 'about' : 'exact');
  const words = { prefix: before, value: `${body}${rest ?? ''}`, unit: behind };
  const value = (part * 100) / whole;
  const start = match.index;
  return { start, end: start + match[0].length, value, unit: '%', measure: 'share', bound, trailing: false, han: true, words };
}

/** What a group of the expression holds. */
type Parts = (group: string) => string | undefined;

function readQuantity(text: string, start: number): Quantity | undefined {
  quantityAt.lastIndex = start;
  const match = quantityAt.exec(text);
  if (!match) return undefined;
  const part: Parts = (group) => match[groups.get(group) ?? 0];
  const end = start + match[0].length;
  const unit = part('unit') ?? impliedUnit(wordsBefore(text, start), part);
  if (!unit || touchesOther(text, start, end) || (part('hanB') && !countsInHan(part, unit))) return undefined;
  const value = numberOf(part, 'B', '');
  if (value === undefined) return undefined;
  const first = part('to') ? numberOf(part, 'A', part('unitA') ? '' : (part('scaleB') ?? '')) : undefined;
  return {
    start,
    end,
    ...(first === undefined ? { value } : { value: first, valueTo: value, span: 'range' as const }),
    unit: sameUnit[unit] ?? unit,
    measure: measureOf(unit),
    bound: boundOfMatch(part),
    trailing: Boolean(part('behind')),
    han: Boolean(part('hanB')),
    per: part('per'),
    words: printed(part),
  };
}

function boundOfMatch(part: Parts): Bound {
  const before = boundOf(namedBefore, part('before') ?? '');
  const behind = boundOf(namedBehind, part('behind') ?? '');
  const loose = part('moreB') || part('lateB') || part('hanMoreB') || part('unitMore');
  return before ?? behind ?? (loose ? 'about' : 'exact');
}

/** 投资1.2亿, 人口278万: money without its 元, people without their 人. */
function impliedUnit(before: string, part: Parts): string | undefined {
  if (!part('scaleB')) return undefined;
  if (moneyContext.test(before)) return '元';
  return /人口[^，。；：]{0,4}$/u.test(before) ? '人' : undefined;
}

/** Part of a code, a decimal, an ordinal, a formula such as 1+5: no quantity of its own. */
function touchesOther(text: string, start: number, end: number): boolean {
  return /[\dA-Za-z.+×*:：/第]$|[初其][十百千万]?$|\d[-—,]$/u.test(wordsBefore(text, start, 3)) || /^[A-Za-z+×]/u.test(text.charAt(end));
}

/** Han numerals count things only where they cannot be a way of speaking: 百家企业, 十分 and 一个 do not. */
function countsInHan(part: Parts, unit: string): boolean {
  const han = part('hanB') ?? '';
  const measure = measureOf(unit);
  const loose = part('hanMoreB') || part('lateB') || part('unitMore') || part('before') || part('behind');
  const value = parseNumeral(han) ?? 0;
  if (part('to') || !['people', 'households', 'things', 'events', 'money', 'extent'].includes(measure)) return false;
  if (value < 10) return value >= 2 && han.length === 1 && measure !== 'events' && !/^[对面口张头片组部]$/u.test(unit);
  if (/^[零〇一二三四五六七八九两]+$/u.test(han)) return false;
  const roundNumber = /^一?[十百千万亿]+$/u.test(han);
  return Boolean(loose) || !roundNumber || (measure === 'money' && han.startsWith('一'));
}

function numberOf(part: Parts, letter: 'A' | 'B', sharedScale: string): number | undefined {
  const arabic = part(`arabic${letter}`);
  if (arabic) return timesPowerOfTen(arabic.replaceAll(',', ''), scalePower(part(`scale${letter}`) ?? sharedScale));
  const han = parseNumeral(part(`han${letter}`) ?? '');
  return han === undefined ? undefined : han * 10 ** scalePower(part(`hanScale${letter}`) ?? '');
}

function printed(part: Parts): Quantity['words'] {
  const [, value = '', scale = ''] = /^(.*?)(万亿|[万亿])?$/su.exec((part('body') ?? '').trim()) ?? [];
  const unit = `${part('unit') ?? ''}${part('unitMore') ?? ''}${part('behind') ?? ''}${part('per') ? `/${part('per')}` : ''}`;
  return value === '' ? { prefix: part('before') ?? '', value: scale, unit } : { prefix: part('before') ?? '', value, unit: scale + unit };
}

const spoken: Record<Bound, string> = { exact: '', about: '约', over: '超过', under: '不足', atLeast: '不少于', atMost: '不超过' };

/**
 * The figure's number as its source prints it, bound words kept: `超过` `5400` `万元`; `300余` `名`; `由` `8000元到13万` `元`.
 * Where the quote does not hold the number (an editor changed it), it is printedNumbers from the value.
 */
export function displayValue(figure: Figure): PrintedNumber {
  const known = printedNumbers.get(figure) ?? printNumber(figure);
  printedNumbers.set(figure, known);
  return known;
}

export interface PrintedNumber {
  value: string;
  unit: string;
  prefix: string;
}

/** A figure stands on many pages. */
const printedNumbers = new WeakMap<Figure, PrintedNumber>();

function printNumber(figure: Figure): PrintedNumber {
  const source = findQuantities(figure.quote).find(
    (q) => q.value === figure.value && q.valueTo === figure.valueTo && q.unit === figure.unit && q.bound === figure.bound,
  );
  if (source) return { value: source.words.value, unit: source.words.unit, prefix: source.words.prefix };
  const [from, to] = [figure.value, figure.valueTo].map((value) => (value === undefined ? undefined : shorten(value)));
  if (to === undefined) return { value: from?.value ?? '', unit: (from?.scale ?? '') + figure.unit, prefix: spoken[figure.bound] };
  const value =
    figure.kind === 'change' ? `${from?.value}${from?.scale}${figure.unit}到${to.value}` : `${from?.value}${from?.scale}—${to.value}`;
  return { value, unit: to.scale + figure.unit, prefix: figure.kind === 'change' ? '由' : spoken[figure.bound] };
}

function shorten(value: number): { value: string; scale: string } {
  const scale = [8, 4].find((power) => Math.abs(value) >= 10 ** power && Number.isInteger(value));
  const plain = scale === undefined ? value : timesPowerOfTen(String(value), -scale);
  return { value: String(plain), scale: scale === 8 ? '亿' : scale === 4 ? '万' : '' };
}
