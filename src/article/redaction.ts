/** An editor's `redact` terms, found and hidden wherever a case says them. */
import { pinyin } from 'pinyin-pro';
import type { Span } from './article.ts';

/** What stands where a term stood. */
const hiddenMark = '某';
const hiddenSyllable = 'mou';

export interface Redaction {
  /** Where the terms stand in a text; those that overlap are one. White space inside a term, and its width, do not matter. */
  spansIn(text: string): Span[];
  /** 某 for every term. */
  hide(text: string): string;
  /** `hide` for words taken from a text: a term that reaches over their ends is taken in whole, so that no part of it stays. */
  hideWords(words: string, text: string): string;
  /** `hide` for a name of a file, an address or an id, where a term may stand in pinyin too. */
  hideInName(name: string): string;
  /** Terms that none of the texts holds; a sound alike in pinyin does not count, for that is how names are misspelt. */
  missingFrom(texts: readonly string[]): string[];
}

export function redaction(terms: readonly string[]): Redaction {
  const patterns = terms.map(termPattern);
  const spelled = terms.flatMap(spellings);
  const spansIn = (text: string) =>
    joinSpans(patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match): Span => spanOf(match))));
  const hide = (text: string) => withoutSpans(text, spansIn(text));
  const hideInName = (name: string) => spelled.reduce((left, pattern) => left.replace(pattern, hiddenSyllable), hide(name));
  return {
    spansIn,
    hide,
    hideWords: (words, text) => {
      const start = text.indexOf(words);
      return start < 0 ? hide(words) : hide(text.slice(...reach([start, start + words.length], spansIn(text))));
    },
    hideInName,
    missingFrom: (texts) => terms.filter((_, i) => !texts.some((text) => text.search(patterns[i] ?? /$^/u) >= 0)),
  };
}

/** The characters of a term, without what a text may set between them. */
function lettersOf(term: string): string[] {
  return [...term.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')];
}

/** Whether anything of a term is left to look for. */
export function isTerm(term: string): boolean {
  return lettersOf(term).length > 0;
}

function termPattern(term: string): RegExp {
  return new RegExp(lettersOf(term).map(letterPattern).join('[\\s\\p{Cf}]*'), 'giu');
}

const middleDots = '·•・‧∙．';

/** A letter in either width; the dot in a foreign name in any of its forms. */
function letterPattern(letter: string): string {
  if (middleDots.includes(letter)) return `[${middleDots}.]`;
  const code = letter.codePointAt(0) ?? 0;
  const wide = code > 0x20 && code < 0x7f ? String.fromCodePoint(code + 0xfee0) : '';
  return `[${letter.replace(/[\\\]^-]/u, '\\$&')}${wide}]`;
}

/** A term of two Han characters or more as a file or an id would spell it: `zhangsan`, `zhang-san`, a surname read as one. */
function spellings(term: string): RegExp[] {
  const letters = lettersOf(term);
  if (letters.length < 2 || !letters.every((letter) => /\p{Script=Han}/u.test(letter))) return [];
  const read = (mode: 'normal' | 'surname') => pinyin(letters.join(''), { toneType: 'none', type: 'array', v: true, mode }).join('[-_ .]?');
  return [...new Set([read('normal'), read('surname')])].map((syllables) => new RegExp(`(?<![a-z])${syllables}(?![a-z])`, 'giu'));
}

function spanOf(match: RegExpExecArray): Span {
  return [match.index, match.index + match[0].length];
}

/** In order, those that overlap as one. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = result.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

function withoutSpans(text: string, spans: readonly Span[]): string {
  return spans.reduceRight((left, [start, end]) => left.slice(0, start) + hiddenMark + left.slice(end), text);
}

/** The range with every span that it touches taken in whole. */
function reach(range: Span, spans: readonly Span[]): Span {
  const touched = spans.filter(([start, end]) => start < range[1] && range[0] < end);
  return [Math.min(range[0], ...touched.map(([start]) => start)), Math.max(range[1], ...touched.map(([, end]) => end))];
}
