import type { Practice, Signal } from '../knowledge.ts';
import { type FoldedText, foldText } from './fold.ts';
import { meetsNeeds, needsOf, triggersOf } from './triggers.ts';

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
  /** Of a regex: lists of words, of which one each must stand in a text that it matches. */
  needs?: string[][];
}

/** All practices' signals, compiled once and held against any number of articles. */
export interface CompiledPractices {
  /** Ids in the taxonomy's order. */
  ids: string[];
  signals: CompiledSignal[];
  /** Words by the code of their first character, with the signals for which they stand. */
  triggers: (TriggersOfStart | undefined)[];
  /** Signals that promise no word: tried on every text. */
  always: number[];
}

interface Trigger {
  word: string;
  signal: number;
}

interface TriggersOfStart {
  /** Words of one character. */
  single: Trigger[];
  /** The others by the code of their second character. */
  longer: Map<number, Trigger[]>;
}

const noTriggers: readonly Trigger[] = [];

/** As long as there are codes: a list with holes is looked up as slowly as a map. */
function emptyTriggers(): CompiledPractices['triggers'] {
  return Array.from({ length: 0x10000 }, () => undefined);
}

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
  const compiled: CompiledPractices = { ids: practices.map((practice) => practice.id), signals, triggers: emptyTriggers(), always: [] };
  for (const [index, signal] of signals.entries()) addTriggers(compiled, index, signal);
  return compiled;
}

/** Every place where a signal's words stand, before anything is weighed. */
export function findFirings(folded: FoldedText, compiled: CompiledPractices): Firing[] {
  const { text } = folded;
  const firings: Firing[] = [];
  const patterns = new Set(compiled.always.map((index) => compiled.signals[index]));
  for (const { signal: index, start } of findTriggers(text, compiled.triggers)) {
    const signal = compiled.signals[index];
    if (signal?.phrase) firings.push({ signal, start, end: start + signal.phrase.length });
    else patterns.add(signal);
  }
  for (const signal of patterns) {
    if (!signal?.regex || !meetsNeeds(text, signal.needs ?? [])) continue;
    for (const match of text.matchAll(signal.regex)) {
      if (match[0]) firings.push({ signal, start: match.index, end: match.index + match[0].length });
    }
  }
  return firings;
}

function findTriggers(text: string, triggers: CompiledPractices['triggers']): { signal: number; start: number }[] {
  const found: { signal: number; start: number }[] = [];
  for (let start = 0; start < text.length; start++) {
    const own = triggers[text.charCodeAt(start)];
    if (!own) continue;
    for (const { signal } of own.single) found.push({ signal, start });
    for (const { word, signal } of own.longer.get(text.charCodeAt(start + 1)) ?? noTriggers) {
      if (text.startsWith(word, start)) found.push({ signal, start });
    }
  }
  return found;
}

function compileSignal(practice: string, signal: Signal): CompiledSignal {
  if (typeof signal === 'string') return { practice, weight: 1, unless: [], phrase: foldText(signal).text };
  const common = { practice, weight: signal.weight, unless: (signal.unless ?? []).map((words) => foldText(words).text) };
  if (signal.together) return { ...common, pair: true, regex: togetherRegex(...signal.together), needs: signal.together.map(foldedWords) };
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

function addTriggers(compiled: CompiledPractices, index: number, { phrase, regex }: CompiledSignal): void {
  const words = phrase ? [phrase] : triggersOf(regex?.source ?? '');
  if (!words) {
    compiled.always.push(index);
    return;
  }
  for (const word of words) {
    const own: TriggersOfStart = compiled.triggers[word.charCodeAt(0)] ?? { single: [], longer: new Map() };
    compiled.triggers[word.charCodeAt(0)] = own;
    if (word.length === 1) own.single.push({ word, signal: index });
    else own.longer.set(word.charCodeAt(1), [...(own.longer.get(word.charCodeAt(1)) ?? []), { word, signal: index }]);
  }
}

function regexError(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
