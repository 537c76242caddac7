/** Punctuation width. Every change keeps the length, so that offsets in the decoded text stay true. */

const wide: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' };

/** Han characters and the punctuation that stands between them. */
const chinese = String.raw`[\p{Script=Han}“”‘’《》〈〉「」『』【】（）。，、；：！？…—]`;

/** The semicolon of `&ldquo;` is no punctuation of the text. */
const betweenHan = new RegExp(String.raw`(?<=${chinese})[,;:!?]|(?<!&#?[A-Za-z\d]{2,8})[,;:!?](?=${chinese})`, 'gu');
const brackets = /\(([^()\n]{1,80})\)/gu;
const han = /\p{Script=Han}/u;

/**
 * Makes half-width punctuation that belongs to Chinese text full-width: `党委(党组),` to `党委（党组），`.
 * Numbers (1,000), times (07:27) and Latin text stay.
 */
export function restoreWidth(text: string): string {
  const marks = text.replace(betweenHan, (mark) => wide[mark] ?? mark);
  return marks.replace(brackets, (whole, inner: string, at: number) => {
    const beside = `${marks[at - 1] ?? ''}${marks[at + whole.length] ?? ''}`;
    return han.test(inner) || han.test(beside) ? `（${inner}）` : whole;
  });
}

const blank = /^[\s\u200b\u200e\u200f\u2060]$/u;

/** Whether `foldSpace` may take the character away. */
export function isBlank(character: string): boolean {
  return blank.test(character);
}

/** One space for any run of white space, none at the ends and none beside full-width punctuation. */
export function foldSpace(text: string): string {
  return text
    .replace(/[\s\u200b\u200e\u200f\u2060]+/gu, ' ')
    .replace(/ (?=[，。、；：！？）》」』】])|(?<=[，、；：（《「『【]) /gu, '')
    .trim();
}
