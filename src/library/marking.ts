/** A stretch of text, marked or not. Joined, the stretches are the text. */
export interface Stretch {
  text: string;
  marked: boolean;
}

/** Marks the first occurrence of each of the words, overlapping ones as one stretch. */
export function markWords(text: string, words: readonly string[]): Stretch[] {
  const ranges = words
    .flatMap((word) => {
      const start = word === '' ? -1 : text.indexOf(word);
      return start < 0 ? [] : [{ start, end: start + word.length }];
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const stretches: Stretch[] = [];
  let position = 0;
  for (const { start, end } of joinRanges(ranges)) {
    if (start > position) stretches.push({ text: text.slice(position, start), marked: false });
    stretches.push({ text: text.slice(start, end), marked: true });
    position = end;
  }
  if (position < text.length) stretches.push({ text: text.slice(position), marked: false });
  return stretches;
}

/** Ranges in order of their starts, overlapping and touching ones as one. */
export function joinRanges(sorted: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const joined: { start: number; end: number }[] = [];
  for (const range of sorted) {
    const last = joined.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else joined.push({ ...range });
  }
  return joined;
}

/** Range of the sentence that holds the position: from after one of 。！？；to the next. */
export function sentenceRange(text: string, position: number): { start: number; end: number } {
  let start = Math.min(position, text.length);
  while (start > 0 && !isStop(text, start - 1)) start -= 1;
  let end = position;
  while (end < text.length && !isStop(text, end)) end += 1;
  return { start, end: Math.min(end + 1, text.length) };
}

const [fullStop, semicolon, exclamation, question] = [...'。；！？'].map((stop) => stop.charCodeAt(0));

function isStop(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === fullStop || code === semicolon || code === exclamation || code === question;
}

/**
 * The sentences in which the words stand, in reading order, each once; words that run over a stop keep both its sentences
 * together. The whole text where none of them is found.
 */
export function sentencesWith(text: string, words: readonly string[]): string[] {
  const found = words
    .map((word) => ({ word, at: word === '' ? -1 : text.indexOf(word) }))
    .filter(({ at }) => at >= 0)
    .map(({ word, at }) => ({ start: sentenceRange(text, at).start, end: sentenceRange(text, at + word.length - 1).end }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const sentences: { start: number; end: number }[] = [];
  for (const { start, end } of found) {
    const last = sentences.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else sentences.push({ start, end });
  }
  return sentences.length === 0 ? [text] : sentences.map(({ start, end }) => text.slice(start, end));
}

/** All sentences of a text, in order; joined, they are the text. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (let start = 0; start < text.length; ) {
    const { end } = sentenceRange(text, start);
    sentences.push(text.slice(start, end));
    start = end;
  }
  return sentences;
}
