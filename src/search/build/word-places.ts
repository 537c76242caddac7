import { growingList } from './growing-list.ts';
import { openRowForms } from './row-forms.ts';

/** Collects rows of text and tells the words of their index, each made of two forms that follow one another. */
export interface WordPlaces {
  /** Adds a row of which the first unit stands at `start`; returns how many units it has. */
  add(text: string, start: number): number;
  sorted(): SortedWords;
}

/** Words by their number in order, so that no object is made for each of millions. */
export interface SortedWords {
  count: number;
  /** The forms that words are made of, in order. */
  forms: readonly string[];
  /** For each word its first and its second form, as positions in `forms`. */
  firsts: Uint32Array;
  seconds: Uint32Array;
  /** The places of a word, rising, are those in `places` from `starts[word]` to before `starts[word + 1]`. */
  starts: Uint32Array;
  places: Uint32Array;
}

/** No form is the beginning of another: words stand in the order of their first form, then of their second, and are dealt out by both. */
export function openWordPlaces(): WordPlaces {
  const rows = openRowForms();
  /** Row after row, each with its end; and where each row starts. */
  const [numbers, starts] = [growingList(), growingList()];
  return {
    add(text, start) {
      const row = rows.read(text);
      for (const number of row) numbers.push(number);
      numbers.push(rows.rowEnd);
      starts.push(start);
      return row.length;
    },
    sorted() {
      const order = rows.forms.map((_, number) => number).slice(1);
      order.sort((a, b) => ((rows.forms[a] as string) < (rows.forms[b] as string) ? -1 : 1));
      const ranks = new Uint32Array(rows.forms.length);
      for (const [rank, number] of order.entries()) ranks[number] = rank;
      const pairs = dealOut({ numbers: numbers.whole(), starts: starts.whole(), rowEnd: rows.rowEnd, ranks });
      return { forms: order.map((number) => rows.forms[number] as string), ...wordsOf(pairs) };
    },
  };
}

interface NumberedRows {
  numbers: Uint32Array;
  starts: Uint32Array;
  rowEnd: number;
  /** By number. */
  ranks: Uint32Array;
}

/** Pairs in the order of their first rank, then of their second, then of their place. */
interface Pairs {
  /** Where the pairs with each first rank end. */
  ends: Uint32Array;
  seconds: Uint32Array;
  places: Uint32Array;
}

/** By the second rank first, then by the first: what was dealt out keeps its order. Every list is read from its beginning to its end. */
function dealOut({ numbers, starts, rowEnd, ranks }: NumberedRows): Pairs {
  const [toFirst, toSecond] = [new Uint32Array(ranks.length + 1), new Uint32Array(ranks.length + 1)];
  let count = 0;
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] as number;
    if (number === rowEnd) continue;
    raise(toFirst, (ranks[number] as number) + 1);
    raise(toSecond, (ranks[numbers[at + 1] as number] as number) + 1);
    count += 1;
  }
  for (let rank = 1; rank <= ranks.length; rank += 1) {
    toFirst[rank] = (toFirst[rank] as number) + (toFirst[rank - 1] as number);
    toSecond[rank] = (toSecond[rank] as number) + (toSecond[rank - 1] as number);
  }
  const bySecond = { firsts: new Uint32Array(count), places: new Uint32Array(count) };
  let [row, place] = [0, starts[0] ?? 0];
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] as number;
    if (number === rowEnd) {
      row += 1;
      place = starts[row] ?? 0;
      continue;
    }
    const to = raise(toSecond, ranks[numbers[at + 1] as number] as number);
    bySecond.firsts[to] = ranks[number] as number;
    bySecond.places[to] = place;
    place += 1;
  }
  const pairs: Pairs = { ends: toFirst, seconds: new Uint32Array(count), places: new Uint32Array(count) };
  for (let at = 0, second = 0; at < count; at += 1) {
    while (at >= (toSecond[second] as number)) second += 1;
    const to = raise(toFirst, bySecond.firsts[at] as number);
    pairs.seconds[to] = second;
    pairs.places[to] = bySecond.places[at] as number;
  }
  return pairs;
}

/** Adds one; returns what was there before. */
function raise(list: Uint32Array, at: number): number {
  const before = list[at] as number;
  list[at] = before + 1;
  return before;
}

function wordsOf({ ends, seconds, places }: Pairs): Omit<SortedWords, 'forms'> {
  const [firstOf, secondOf, starts] = [growingList(), growingList(), growingList()];
  let at = 0;
  for (let first = 0; at < places.length; first += 1) {
    const end = ends[first] as number;
    for (let begin = at; at < end; at += 1) {
      if (at > begin && seconds[at] === seconds[at - 1]) continue;
      firstOf.push(first);
      secondOf.push(seconds[at] as number);
      starts.push(at);
    }
  }
  const count = starts.whole().length;
  starts.push(places.length);
  return { count, firsts: firstOf.whole(), seconds: secondOf.whole(), starts: starts.whole(), places };
}
