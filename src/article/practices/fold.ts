import { Characters } from '../text/characters.ts';

/** A passage made even for matching: quotation marks and white space gone, punctuation full width, digits and letters half width. */
export interface FoldedText {
  /** Every sentence but the last ends with a line break, so that `.` in a pattern stays inside its sentence. */
  text: string;
  /** Where in `text` its sentences begin. */
  sentences: readonly number[];
  /** Where they begin in the passage as printed. */
  printedSentences: readonly number[];
  /** For each UTF-16 unit of `text`, its offset in the passage as printed. */
  readonly at: Int32Array;
  /** The passage as printed. */
  printed: string;
}

/** Marks that keep their full-width form or take it; everything else that has a half-width form takes that. */
const wideMarks: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）', '–': '—' };
const dropped = /[\s"“”'‘’「」『』]/u;
/** A semicolon ends one measure and begins the next. */
const [stop, exclamation, question, semicolon] = [...'。！？；'].map((mark) => mark.charCodeAt(0));
const isSentenceEnd = (unit: number): boolean => unit === stop || unit === semicolon || unit === exclamation || unit === question;

/** `‘近邻党建’工作` and `近邻党建 工作` give the same text. */
export function foldText(printed: string): FoldedText {
  if (units.length < 4 * printed.length) units = Buffer.alloc(8 * printed.length);
  const sentences = [0];
  const printedSentences = [0];
  let length = 0;
  for (let i = 0; i < printed.length; i++) {
    const folded = foldedAt(printed, i);
    if (folded === isDropped) continue;
    putUnit(length++, folded);
    if (!isSentenceEnd(folded)) continue;
    putUnit(length++, lineBreak);
    sentences.push(length);
    printedSentences.push(i + 1);
  }
  let places: Int32Array | undefined;
  return {
    text: units.toString('utf16le', 0, 2 * length),
    sentences,
    printedSentences,
    printed,
    get at() {
      places ??= placesOf(printed, length);
      return places;
    },
  };
}

/** Where texts are put together, low byte first; as long as the longest of them needs. */
let units = Buffer.alloc(0x4000);

function putUnit(at: number, unit: number): void {
  units[2 * at] = unit & 0xff;
  units[2 * at + 1] = unit >> 8;
}

/** Only passages with long sentences are asked for it. */
function placesOf(printed: string, length: number): Int32Array {
  const places = new Int32Array(length);
  let at = 0;
  for (let i = 0; i < printed.length; i++) {
    const folded = foldedAt(printed, i);
    if (folded === isDropped) continue;
    places[at++] = i;
    if (isSentenceEnd(folded)) places[at++] = i;
  }
  return places;
}

function foldedAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return foldedUnits[unit] || learnFold(unit);
}

/** The sentence at an offset of the folded text, half open, its line break left out. */
export function sentenceSpan({ text, sentences }: FoldedText, offset: number): { start: number; end: number } {
  const at = sentenceAt(sentences, offset);
  const next = sentences[at + 1];
  return { start: sentences[at] ?? 0, end: next === undefined ? text.length : next - 1 };
}

/** The number of the sentence. */
function sentenceAt(sentences: readonly number[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((sentences[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** The words of a range of the folded text as they are printed, inner quotation marks kept. */
export function printedWords(folded: FoldedText, start: number, end: number): string {
  return withQuotes(folded.printed, printedPlace(folded, start), printedPlace(folded, end - 1) + 1);
}

/** Further from the beginning of its sentence a place is looked up in the table of the whole passage. */
const longestWalk = 200;

/** The offset in the passage as printed of a unit of the folded text. */
function printedPlace(folded: FoldedText, offset: number): number {
  const { sentences, printedSentences, printed } = folded;
  const sentence = sentenceAt(sentences, offset);
  let here = sentences[sentence] ?? 0;
  if (offset - here > longestWalk) return folded.at[offset] ?? 0;
  for (let i = printedSentences[sentence] ?? 0; i < printed.length; i++) {
    const unit = foldedAt(printed, i);
    if (unit === isDropped) continue;
    // The line break behind a sentence is printed as the mark that ends it.
    if (here === offset || (here + 1 === offset && isSentenceEnd(unit))) return i;
    here++;
  }
  return printed.length - 1;
}

const quotationPairs = ['“”', '‘’', '「」', '『』'] as const;
const quotationMarks = new Characters(`[${quotationPairs.join('')}]`);

/** Takes in the closing mark of a quotation opened inside the range and the opening mark of one closed inside it. */
function withQuotes(printed: string, from: number, to: number): string {
  const words = printed.slice(from, to);
  if (!quotationMarks.isIn(words)) return words;
  for (const pair of quotationPairs) {
    const [open, close] = [pair.charAt(0), pair.charAt(1)];
    const opened = words.split(open).length - words.split(close).length;
    if (opened === 1 && printed.charAt(to) === close) return words + close;
    if (opened === -1 && printed.charAt(from - 1) === open) return open + words;
  }
  return words;
}

/** What each UTF-16 unit is folded to; 0 for one that has not been met. */
const foldedUnits = new Int32Array(0x10000);
const isDropped = -1;
const lineBreak = 0x0a;

function learnFold(unit: number): number {
  const text = foldChar(String.fromCharCode(unit));
  const folded = text === '' ? isDropped : text.charCodeAt(0);
  foldedUnits[unit] = folded;
  return folded;
}

/** Empty for what is dropped. */
function foldChar(char: string): string {
  if (dropped.test(char)) return '';
  const code = char.charCodeAt(0);
  const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char;
  return wideMarks[half] ?? half;
}
