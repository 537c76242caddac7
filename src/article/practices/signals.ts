import type { Practice, Signal } from '../knowledge.ts';
import { matchesIn } from '../text/matches.ts';
import { type Need, needsOf } from '../text/needs.ts';
import { WordTable } from '../text/word-table.ts';
import { type FoldedText, foldText } from './fold.ts';
import { type GuardedPattern, PatternTable, wordsOfPattern } from './pattern-table.ts';

/** A signal ready for use on folded text. */
export interface CompiledSignal {
  practice: string;
  weight: number;
  /** Folded; the signal does not count in a sentence that holds one of them. */
  unless: string[];
  /** Two words some way apart: its stretch shows a practice less exactly than words of other signals. */
  pair?: true;
  /** Exactly one of the two. */
  phrase?: string;
  regex?: RegExp;
  /** Given with a regex: what must stand in a text that it matches. */
  needs?: readonly Need[];
}

/** All practices' signals, compiled once and held against any number of articles. */
export interface CompiledPractices {
  /** Ids in the taxonomy's order. */
  ids: string[];
  signals: CompiledSignal[];
  /** Phrases, and all that patterns cannot do without. */
  words: WordTable;
  /** By a word's number: the signals whose phrase it is. */
  phrases: readonly (readonly CompiledSignal[] | undefined)[];
  patterns: PatternTable<PatternSignal>;
}

type PatternSignal = CompiledSignal & GuardedPattern;

/** Where a signal's words stand in the folded text, half open. */
export interface Firing {
  signal: CompiledSignal;
  start: number;
  end: number;
}

/** What is wrong with a signal, for the editor who wrote it. */
export interface SignalProblem {
  /** `signals[3].pattern` */
  field: string;
  /** What was expected and what to do. */
  message: string;
}

/** Characters between two words that stand together. */
const longestGap = 40;

const quoteMark = /["“”‘’「」『』]/u;

/** Empty where all the signals of a practice can be compiled and can ever fire. */
export function signalProblems({ signals }: Pick<Practice, 'signals'>): SignalProblem[] {
  return signals.flatMap((signal, i) => {
    const field = `signals[${i}]`;
    if (typeof signal === 'string') return phraseProblems(field, signal);
    const { phrase, pattern, together, unless = [] } = signal;
    if ([phrase, pattern, together].filter((way) => way !== undefined).length !== 1) {
      const message = '一条线索应当写且只写 phrase（原文字句）、pattern（正则表达式）、together（两组词语）之一，请留下其中一项';
      return [{ field, message }];
    }
    return [
      ...(phrase === undefined ? [] : phraseProblems(`${field}.phrase`, phrase)),
      ...(pattern === undefined ? [] : patternProblems(`${field}.pattern`, pattern)),
      ...(together ?? []).flatMap((words, j) => emptyWords(`${field}.together[${j}]`, words)),
      ...emptyWords(`${field}.unless`, unless),
    ];
  });
}

function emptyWords(field: string, list: readonly string[]): SignalProblem[] {
  return list.flatMap((words, i) => (foldText(words).text ? [] : [{ field: `${field}[${i}]`, message: '这一项是空的，请删去' }]));
}

function phraseProblems(field: string, phrase: string): SignalProblem[] {
  if (foldText(phrase).text.length >= 2) return [];
  return [{ field, message: `“${phrase}”去掉引号和空格后不足两个字，请写长一些` }];
}

function patternProblems(field: string, pattern: string): SignalProblem[] {
  if (quoteMark.test(pattern)) return [{ field, message: '比对之前正文的引号都已去掉，带引号的正则表达式永远不会命中，请删去引号' }];
  const error = regexError(pattern);
  return error ? [{ field, message: `正则表达式写错了（${error}），请检查括号是否成对，或改用 phrase` }] : [];
}

/** Throws where `signalProblems` finds anything: hold content against it first. */
export function compilePractices(practices: readonly Practice[]): CompiledPractices {
  const signals = practices.flatMap((practice) => {
    const problem = signalProblems(practice)[0];
    if (problem) throw new Error(`${practice.id}: ${problem.field}: ${problem.message}`);
    return practice.signals.map((signal) => compileSignal(practice.id, signal));
  });
  const words = new WordTable(signals.flatMap(wordsOf));
  const phrases: (CompiledSignal[] | undefined)[] = Array.from({ length: words.size }, () => undefined);
  for (const signal of signals) {
    if (!signal.phrase) continue;
    const number = words.numberOf(signal.phrase);
    phrases[number] = [...(phrases[number] ?? []), signal];
  }
  const patterns = new PatternTable(signals.filter(isPattern), words);
  return { ids: practices.map((practice) => practice.id), signals, words, phrases, patterns };
}

function isPattern(signal: CompiledSignal): signal is PatternSignal {
  return signal.regex !== undefined;
}

function wordsOf(signal: CompiledSignal): string[] {
  return isPattern(signal) ? wordsOfPattern(signal) : [signal.phrase ?? ''].filter(Boolean);
}

/** Every place where a signal's words stand, before anything is weighed. */
export function findFirings({ text }: FoldedText, { words, phrases, patterns }: CompiledPractices): Firing[] {
  const firings: Firing[] = [];
  patterns.begin();
  words.walk(text, (word, start) => {
    const own = phrases[word];
    if (own) for (const signal of own) firings.push({ signal, start, end: start + (signal.phrase?.length ?? 0) });
    patterns.meet(word);
  });
  for (const signal of patterns.worthTrying()) {
    for (const match of matchesIn(text, signal.regex)) {
      if (match[0]) firings.push({ signal, start: match.index, end: match.index + match[0].length });
    }
  }
  return firings;
}

function compileSignal(practice: string, signal: Signal): CompiledSignal {
  if (typeof signal === 'string') return { practice, weight: 1, unless: [], phrase: foldText(signal).text };
  const common = { practice, weight: signal.weight, unless: (signal.unless ?? []).map((words) => foldText(words).text) };
  if (signal.together)
    return {
      ...common,
      pair: true,
      regex: togetherRegex(...signal.together),
      needs: signal.together.map((words) => ({ words: foldedWords(words) })),
    };
  return signal.pattern === undefined
    ? { ...common, phrase: foldText(signal.phrase ?? '').text }
    : { ...common, regex: new RegExp(signal.pattern, 'gu'), needs: needsOf(signal.pattern) };
}

/** From the last of the one words to the first of the other that follows it, in either order. */
function togetherRegex(first: readonly string[], second: readonly string[]): RegExp {
  const [one, other] = [anyOf(first), anyOf(second)];
  const span = (from: string, to: string) => `(?:${from})(?:(?!${from}).){0,${longestGap}}?(?:${to})`;
  return new RegExp(`${span(one, other)}|${span(other, one)}`, 'gu');
}

const foldedWords = (words: readonly string[]): string[] => words.map((word) => foldText(word).text);

/** Source of an alternation, long words first; the signs of a regular expression stand for themselves. */
function anyOf(words: readonly string[]): string {
  const longestFirst = foldedWords(words).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return longestFirst.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|');
}

function regexError(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
