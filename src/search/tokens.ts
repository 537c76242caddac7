/**
 * The one place that says what "found where it stands" means. The build and the browser share it.
 *
 * A text is read as a row of units: each Han character (or character of another script written without spaces)
 * is a unit, each number and each word of letters is a unit as a whole. Everything else, white space included, is
 * no unit. A query is found in a passage where its units stand in the passage's row, one after another.
 */

/** One unit; `start` and `end` are UTF-16 offsets in the printed text. */
export interface Unit {
  key: string;
  start: number;
  end: number;
  /** A number or a word of letters; else a single character. */
  word: boolean;
}

/** Half-open range of UTF-16 offsets in the printed text. */
export type Range = [start: number, end: number];

const wordCharacter = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/u;
const anyCharacter = /[\p{L}\p{N}]/u;
const mark = /\p{M}/u;
const upToThreeDigits = /^\d{1,3}$/;
const threeDigits = /^\d{3}(?!\d)/;
/** Han characters that no folding changes: nearly all of a text. A quick way past the rules for all others. */
export const isEveryday = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;
/** Stands in a key for the point of a decimal number; a letter, so that no sign of a text can be it. */
const point = '\u01C0';
/** Letters, too, that Pagefind keeps: around a character's number, after a word, after a row. */
const coded = '\u01C2';
const wordEnd = '\u01C1';
const rowEnd = '\u01C3';
/** Stands between the units of a row; never part of a key. */
const between = '\u0001';

/** Reads a printed text into its units. */
export function readUnits(text: string): Unit[] {
  const pieces = readPieces(text);
  return pieces.some(({ word }) => word) ? joinDecimals(joinThousands(pieces, text), text) : pieces;
}

/** A text made ready for many searches: its row of keys as one string, and where each key starts in it. */
export interface Row {
  keys: string;
  starts: number[];
  units: Unit[];
}

export function readRow(text: string): Row {
  const units = readUnits(text);
  const starts: number[] = [];
  let keys = between;
  for (const unit of units) {
    starts.push(keys.length);
    keys += unit.key + between;
  }
  return { keys, starts, units };
}

/** A term of a query in all the ways in which it may stand in a text; each way is a row of units. */
export interface Term {
  /** As the reader typed it. */
  text: string;
  ways: Unit[][];
}

/**
 * The terms of a query: white space parts them, a term without any letter or number is dropped.
 * `simplify` turns traditional characters into simplified ones.
 */
export function readQuery(query: string, simplify: (text: string) => string = (text) => text): Term[] {
  const terms: Term[] = [];
  for (const text of query.normalize('NFKC').split(/\s+/u)) {
    const ways = waysOf(text, simplify);
    if (ways.length > 0 && !terms.some((term) => term.text === text)) terms.push({ text, ways });
  }
  return terms;
}

/** Where the term stands in the printed text: ranges in reading order, not overlapping. */
export function findTerm(term: Term, row: Row): Range[] {
  const found: Range[] = [];
  for (const way of term.ways) {
    const needle = between + way.map((unit) => unit.key).join(between) + between;
    for (let at = row.keys.indexOf(needle); at >= 0; at = row.keys.indexOf(needle, at + 1)) {
      const first = unitAt(row.starts, at + 1);
      const from = row.units[first];
      const to = row.units[first + way.length - 1];
      if (from && to) found.push([from.start, to.end]);
    }
  }
  return mergeRanges(found);
}

/** Ranges in reading order, overlapping ones made one. */
export function mergeRanges(ranges: Range[]): Range[] {
  const merged: Range[] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged[merged.length - 1];
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/**
 * What the index keeps of a row, in Pagefind's words: one for each unit, made of its form and the next one, so that Pagefind counts
 * in units. The last one is made of the unit's and the row's end. No form is the beginning of another, and so is no word.
 */
export function indexForms(units: readonly Unit[]): string[] {
  return [...units.map(writtenInIndex), rowEnd];
}

/** The beginning of a word of the index and the place, in units from the beginning of the row, where that word stands. */
export interface PlacedBeginning {
  beginning: string;
  at: number;
}

/** The fewest beginnings that words of the index have wherever these units stand in a row, and only there: pairs that cover them. */
export function queryBeginnings(units: readonly Unit[]): PlacedBeginning[] {
  const forms = units.map(writtenInIndex);
  if (forms.length === 1) return forms.map((beginning) => ({ beginning, at: 0 }));
  const beginnings: PlacedBeginning[] = [];
  for (let at = 0; at < forms.length; at += 2) {
    const from = Math.min(at, forms.length - 2);
    beginnings.push({ beginning: forms.slice(from, from + 2).join(''), at: from });
  }
  return beginnings;
}

/** Pagefind leaves these characters as they are; it takes accents off others, or takes them apart. */
const changedByPagefind = new RegExp(`[^0-9a-z\u4e00-\u9fff${point}]`, 'gu');

/** So written that no unit's form is the beginning of another's. */
function writtenInIndex(unit: Unit): string {
  if (unit.key.length === 1 && isEveryday(unit.key.charCodeAt(0))) return unit.key;
  const written = unit.key.replace(changedByPagefind, (character) => `${coded}${character.codePointAt(0)?.toString(16)}${coded}`);
  return unit.word ? written + wordEnd : written;
}

function waysOf(text: string, simplify: (text: string) => string): Unit[][] {
  const ways: Unit[][] = [];
  const add = (units: Unit[]) => {
    const key = units.map((unit) => unit.key).join(between);
    if (units.length > 0 && !ways.some((way) => way.map((unit) => unit.key).join(between) === key)) ways.push(units);
  };
  for (const written of [text, simplify(text)]) {
    const units = readUnits(written);
    const last = units.length - 1;
    add(units);
    // At an end of the query 2020.07 may be a piece of the date 2020.07.27.
    add(units.flatMap((unit, i) => (i === 0 ? splitDecimal(unit) : [unit])));
    add(units.flatMap((unit, i) => (i === last ? splitDecimal(unit) : [unit])));
    add(units.flatMap((unit, i) => (i === 0 || i === last ? splitDecimal(unit) : [unit])));
  }
  return ways;
}

function splitDecimal(unit: Unit): Unit[] {
  return unit.key.includes(point) ? unit.key.split(point).map((key) => ({ ...unit, key })) : [unit];
}

/** Units before numbers with commas and points are joined. */
function readPieces(text: string): Unit[] {
  const pieces: Unit[] = [];
  let start = 0;
  // The unit that the next letter, digit or accent may go on with.
  let open: Unit | undefined;
  for (const character of text) {
    const end = start + character.length;
    if (isEveryday(character.charCodeAt(0))) {
      open = { key: character, start, end, word: false };
      pieces.push(open);
    } else {
      for (const folded of character.normalize('NFKC').toLowerCase()) open = readFolded(folded, start, end, open, pieces);
    }
    start = end;
  }
  return pieces;
}

/** Adds a unit for the character, or adds it to the open one; returns the one that is open then. */
function readFolded(folded: string, start: number, end: number, open: Unit | undefined, pieces: Unit[]): Unit | undefined {
  const word = wordCharacter.test(folded);
  // An accent belongs to its letter; a variation selector after a character only chooses a shape.
  if (open && (mark.test(folded) || (word && open.word))) {
    if (open.word) open.key += folded;
    open.end = end;
    return open;
  }
  if (!word && !anyCharacter.test(folded)) return undefined;
  const unit = { key: folded, start, end, word };
  pieces.push(unit);
  return unit;
}

/** 1,000 is one number. */
function joinThousands(pieces: readonly Unit[], text: string): Unit[] {
  const units: Unit[] = [];
  let open = false;
  for (const piece of pieces) {
    const last = units[units.length - 1];
    if (last && open && threeDigits.test(piece.key) && joinedBy(last, piece, text, ',')) {
      units[units.length - 1] = { ...last, key: last.key + piece.key, end: piece.end };
    } else {
      units.push(piece);
      open = upToThreeDigits.test(piece.key);
    }
  }
  return units;
}

/** 2.8 is one number, 2020.07.27 is three. */
function joinDecimals(pieces: readonly Unit[], text: string): Unit[] {
  const units: Unit[] = [];
  for (let i = 0; i < pieces.length; i += 1) {
    const number = pieces[i] as Unit;
    const fraction = pieces[i + 1];
    const single =
      fraction &&
      joinedBy(number, fraction, text, '.') &&
      !joinedBy(pieces[i - 1], number, text, '.') &&
      !joinedBy(fraction, pieces[i + 2], text, '.');
    if (single) {
      units.push({ ...number, key: number.key + point + fraction.key, end: fraction.end });
      i += 1;
    } else units.push(number);
  }
  return units;
}

/** Whether one sign stands between two words, with digits on both its sides. */
function joinedBy(left: Unit | undefined, right: Unit | undefined, text: string, sign: string): boolean {
  if (!left || !right || !/\d$/.test(left.key) || !/^\d/.test(right.key)) return false;
  return right.start - left.end === 1 && text.charAt(left.end).normalize('NFKC') === sign;
}

/** Index of the unit that starts at `at`; `starts` rises. */
function unitAt(starts: number[], at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
