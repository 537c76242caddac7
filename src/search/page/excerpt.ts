import type { Range } from '../tokens.ts';
import type { MarkedText } from './answer.ts';

/** Characters shown of a passage, and of those the most that stand before the first mark. */
const shown = 132;
const lead = 40;
const sentenceEnd = /[。！？；：，、]/u;

/** The whole text with its marks. */
export function markWhole(text: string, marks: Range[]): MarkedText {
  return { text, marks, cutBefore: false, cutAfter: false };
}

/** The part of a passage around its first mark, as printed. */
export function excerpt(text: string, marks: Range[]): MarkedText {
  if (text.length <= shown + 20) return markWhole(text, marks);
  const first = marks[0] ?? [0, 0];
  const start = startBefore(text, first[0]);
  const end = wholeCharacter(text, Math.min(text.length, Math.max(start + shown, first[1])));
  const inside = marks.filter(([from]) => from < end).map(([from, to]): Range => [from - start, Math.min(to, end) - start]);
  return { text: text.slice(start, end), marks: inside, cutBefore: start > 0, cutAfter: end < text.length };
}

/** After the nearest sign that ends a clause, else `lead` characters before. */
function startBefore(text: string, mark: number): number {
  if (mark <= lead) return 0;
  const earliest = wholeCharacter(text, mark - lead);
  for (let at = earliest; at < mark; at += 1) if (sentenceEnd.test(text.charAt(at - 1))) return at;
  return earliest;
}

/** Not between the two halves of a character. */
function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
