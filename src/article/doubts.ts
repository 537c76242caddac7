/** What a careful editor would look at in the words of an article themselves. */
import type { DraftBlock } from './article.ts';
import { type Problem, problem } from './catalogue.ts';
import { isPersonName } from './text/persons.ts';

type Text = Pick<DraftBlock, 'id' | 'text'>;

/** Frequent characters that simplified text does not have. */
const traditional =
  /[黨會帶組織鄉為與發農業產務實過個們國際體義導動經濟書記縣區鎮選領隊幹團長開門關東車軍馬話說講讀誠語調請論證護變讓認識貧難題問點積極應對總結後進這還從來時間現場條廣眾戶]/gu;
const fewestTraditional = 5;

/** Text in traditional characters. */
export function traditionalFlags(blocks: readonly Text[]): Problem[] {
  const found = blocks.flatMap(({ text }) => text.match(traditional) ?? []);
  const kinds = [...new Set(found)];
  return kinds.length < fewestTraditional
    ? []
    : [problem('traditionalText', { count: found.length, examples: kinds.slice(0, 5).join('、') })];
}

const unit = '(?:名|个|户|人|家|亩|件|支|项)';
const noun = String.raw`(?<noun>\p{Script=Han}{4,10})`;
/** `2900多名驻村第一书记` */
const rounded = new RegExp(String.raw`(?<!\d)(?<value>\d{2,7})(?:多|余)(?<unit>${unit})${noun}`, 'gu');

interface Count {
  block: string;
  words: string;
  value: number;
}

/** No article rounds so many numbers. */
const mostMentions = 60;

/** One thing counted once exactly and once in round numbers that are not the same: 驻村第一书记2997名, 2900多名驻村第一书记. */
export function numberFlags(blocks: readonly Text[]): Problem[] {
  const flags: Problem[] = [];
  const mentions = blocks.flatMap(({ id, text }) => [...text.matchAll(rounded)].map((match) => ({ id, match })));
  for (const { id, match } of mentions.slice(0, mostMentions)) {
    const { 0: words, groups } = match;
    const about: Count = { block: id, words, value: Number(groups?.value) };
    const exact = exactCounts(blocks, groups?.noun ?? '', groups?.unit ?? '').find(({ value }) => isNear(value, about.value));
    if (exact) flags.push(problem('twoNumbers', { one: exact.words, other: cutBehind(about.words, exact) }, { block: id }));
  }
  return flags;
}

/** Counts of the same thing, the noun before or behind; the noun may be longer in one place. */
function exactCounts(blocks: readonly Text[], longest: string, unitOf: string): (Count & { noun: string })[] {
  const counts: (Count & { noun: string })[] = [];
  for (let length = longest.length; length >= 4 && counts.length === 0; length -= 1) {
    const thing = longest.slice(0, length);
    const pattern = new RegExp(String.raw`${thing}(?<after>\d{2,7})${unitOf}|(?<![\d.])(?<before>\d{2,7})${unitOf}${thing}`, 'gu');
    for (const { id, text } of blocks)
      for (const { 0: words, groups } of text.matchAll(pattern))
        counts.push({ block: id, words, value: Number(groups?.after ?? groups?.before), noun: thing });
  }
  return counts;
}

function cutBehind(words: string, { noun: thing }: { noun: string }): string {
  return words.slice(0, words.indexOf(thing) + thing.length);
}

/** Within a tenth, as a rounded number is. */
function isNear(exact: number, about: number): boolean {
  return exact !== about && exact > about * 0.9 && exact < about * 1.1;
}

const name = String.raw`\p{Script=Han}{2,3}`;
const privatePatterns: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:贫困户|建档立卡户|低保户|五保户|特困户|脱贫户|低保老人|孤寡老人|残疾人|重病患者)(?:村民)?(?<name>${name})(?=[的家，、在说因是和一今去告激高拿领握向对])`,
    'gu',
  ),
  new RegExp(
    String.raw`(?:村民|居民|老人|大爷|大娘|党员|户主)(?<name>${name})(?:的(?:妻子|丈夫|儿子|女儿|母亲|父亲|孩子)|因|家中?|自己)?[^。，]{0,6}(?:患有|身患|患上|瘫痪|残疾|尿毒症|癌症|白血病|脑梗|重病)`,
    'gu',
  ),
];
const wages = /(?<names>\p{Script=Han}{2,3}(?:、\p{Script=Han}{2,3}){1,6})(?:……)?[^。]{0,14}(?:领工资|工资领|工资|误工费)/gu;

/** Private persons by name beside poverty, illness or wages. */
export function personFlags({ id, text }: Text): Problem[] {
  const named = privatePatterns.flatMap((pattern) => [...text.matchAll(pattern)].filter(({ groups }) => isPersonName(groups?.name ?? '')));
  const paid = [...text.matchAll(wages)].filter(({ groups }) => (groups?.names ?? '').split('、').every(isPersonName));
  return [...named, ...paid].map(([words]) => problem('privatePerson', { words }, { block: id }));
}

/** The title is nothing but the opening of the body: probably none. */
export function isOpening(title: string, blocks: readonly Pick<DraftBlock, 'kind' | 'text'>[]): boolean {
  const opening = blocks.find(({ kind }) => kind === 'paragraph')?.text ?? '';
  return title.length >= 4 && bare(opening).startsWith(bare(title));
}

function bare(text: string): string {
  return text.replace(/[\s\p{P}]/gu, '');
}
