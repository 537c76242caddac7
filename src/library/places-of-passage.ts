import type { Block, Case, Place } from '../article/schema.ts';
import type { PlaceBook } from './library.ts';
import { sentenceRange } from './marking.ts';

/** Whether a code lies strictly below another: 350425 below 350400 and 350000. */
export function isBelow(code: string, above: string): boolean {
  if (code === above) return false;
  if (above.endsWith('0000')) return code.slice(0, 2) === above.slice(0, 2);
  return above.endsWith('00') && code.slice(0, 4) === above.slice(0, 4);
}

/** Whether a code can have others below it: a county's has none. */
function mayHaveBelow(code: string): boolean {
  return code.endsWith('00');
}

/** A code and those that it lies below, whether or not there is such a place: 350425, 350400 and 350000. */
export function codesAround(code: string): string[] {
  return [...new Set([code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`])];
}

/** Today's province and city of a place, from the province down; the place itself is not among them. */
export function ancestors(gazetteer: PlaceBook, place: Place): Place[] {
  return [`${place.code.slice(0, 2)}0000`, `${place.code.slice(0, 4)}00`].flatMap((code) => {
    const above = code === place.code ? undefined : gazetteer.byCode(code);
    return above && above.code === code ? [above] : [];
  });
}

/**
 * Where what these words tell was done. A county's article speaks of that county. An article of a city or province, or of
 * no place, may tell of places below it: then the places named in the sentence of the words, else the one named last
 * before them; a sentence that opens with 全市 and the like is the article's own place again. Empty where nothing is known.
 */
export function placesOfWords(entry: Case, block: Block, words: readonly string[], gazetteer: PlaceBook): Place[] {
  const home = entry.place ? [entry.place] : [];
  const named = placesBelow(entry, block, gazetteer);
  if (named.length === 0) return home;
  const starts = words.map((word) => block.text.indexOf(word)).filter((start) => start >= 0);
  if (starts.length === 0) return named.length === 1 || home.length === 0 ? named : home;
  const found = new Map<string, Place>();
  for (const start of starts) for (const place of placesAt(block.text, start, named) ?? home) found.set(place.code, place);
  return [...found.values()].sort((a, b) => Number(a.code) - Number(b.code));
}

/** Places that the block names and that lie below the article's own; of a chain such as 三明市大田县 only the last. */
function placesBelow(entry: Case, block: Block, gazetteer: PlaceBook): Place[] {
  const home = entry.place;
  if (block.places.length === 0 || (home && !mayHaveBelow(home.code))) return [];
  const places = [...new Set(block.places)].flatMap((code) => {
    const place = gazetteer.byCode(code);
    return place && (!home || isBelow(place.code, home.code)) ? [place] : [];
  });
  return places.filter((place) => !places.some((other) => isBelow(other.code, place.code)));
}

const wholePlace = /^(?:全|我)(?:省|市|州|县|区|旗|盟)/u;

function placesAt(text: string, position: number, named: readonly Place[]): Place[] | undefined {
  const sentence = sentenceRange(text, position);
  const words = text.slice(sentence.start, sentence.end);
  const inSentence = named.filter((place) => mentionsOf(words, place).length > 0);
  if (inSentence.length > 0) return inSentence;
  if (wholePlace.test(words)) return undefined;
  const before = text.slice(0, sentence.start);
  const last = named
    .map((place) => ({ place, at: Math.max(-1, ...mentionsOf(before, place)) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at || Number(a.place.code) - Number(b.place.code))[0];
  return last ? [last.place] : undefined;
}

/** Offsets of the name in the text, in full or without its last character: 罗田县, 罗田. */
function mentionsOf(text: string, place: Place): number[] {
  const name = place.name.length > 2 && text.includes(place.name.slice(0, -1)) ? place.name.slice(0, -1) : place.name;
  const offsets: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) offsets.push(at);
  return offsets;
}
