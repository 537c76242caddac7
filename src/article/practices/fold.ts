/** A passage made even for matching: quotation marks and white space gone, punctuation full width, digits and letters half width. */
export interface FoldedText {
  /** Every sentence but the last ends with a line break, so that `.` in a pattern stays inside its sentence. */
  text: string;
  /** Where in `text` its sentences begin. */
  sentences: Int32Array;
  /** For each UTF-16 unit of `text`, its offset in the passage as printed. */
  at: Int32Array;
  /** The passage as printed. */
  printed: string;
}

/** Marks that keep their full-width form or take it; everything else that has a half-width form takes that. */
const wideMarks: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）', '–': '—' };
const dropped = /[\s"“”'‘’「」『』]/u;
/** A semicolon ends one measure and begins the next. */
const sentenceEnds = new Set([...'。！？；'].map((mark) => mark.charCodeAt(0)));

/** `‘近邻党建’工作` and `近邻党建 工作` give the same text. */
export function foldText(printed: string): FoldedText {
  const units = new Uint16Array(2 * printed.length);
  const at = new Int32Array(2 * printed.length);
  const sentences = [0];
  let length = 0;
  for (let i = 0; i < printed.length; i++) {
    const unit = printed.charCodeAt(i);
    const folded = foldedUnits[unit] || learnFold(unit);
    if (folded === isDropped) continue;
    units[length] = folded;
    at[length++] = i;
    if (!sentenceEnds.has(folded)) continue;
    units[length] = lineBreak;
    at[length++] = i;
    sentences.push(length);
  }
  const text = Buffer.from(units.buffer, 0, 2 * length).toString('utf16le');
  return { text, sentences: Int32Array.from(sentences), at: at.subarray(0, length), printed };
}

/** The sentence at an offset of the folded text, half open, its line break left out. */
export function sentenceSpan({ text, sentences }: FoldedText, offset: number): { start: number; end: number } {
  let low = 0;
  let high = sentences.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((sentences[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  const next = sentences[low + 1];
  return { start: sentences[low] ?? 0, end: next === undefined ? text.length : next - 1 };
}

/** The words of a range of the folded text as they are printed, inner quotation marks kept. */
export function printedWords({ at, printed }: FoldedText, start: number, end: number): string {
  const from = at[start] ?? 0;
  const to = (at[end - 1] ?? printed.length - 1) + 1;
  return withQuotes(printed, from, to);
}

const closing: Record<string, string> = { '“': '”', '‘': '’', '「': '」', '『': '』' };

/** Takes in the closing mark of a quotation opened inside the range and the opening mark of one closed inside it. */
function withQuotes(printed: string, from: number, to: number): string {
  const words = printed.slice(from, to);
  for (const [open, close] of Object.entries(closing)) {
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
