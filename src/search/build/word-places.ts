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
  /** Row after row, each with its end; and where each of it stands. */
  const [numbers, places] = [growingList(), growingList()];
  return {
    add(text, start) {
      const row = rows.read(text);
      let place = start;
      for (const number of row) {
        numbers.push(number);
        places.push(place);
        place += 1;
      }
      numbers.push(rows.rowEnd);
      places.push(place);
      return row.length;
    },
    sorted() {
      const order = rows.forms.map((_, number) => number).slice(1);
      order.sort((a, b) => ((rows.forms[a] as string) < (rows.forms[b] as string) ? -1 : 1));
      const ranks = new Uint32Array(rows.forms.length);
      for (const [rank, number] of order.entries()) ranks[number] = rank;
      const line = numbers.whole().map((number) => ranks[number] as number);
      const pairs = dealOut(line, ranks[rows.rowEnd] as number, places.whole(), order.length);
      return { forms: order.map((number) => rows.forms[number] as string), ...wordsOf(pairs) };
    },
  };
}

/** Pairs in the order of their first rank, then of their second, then of their place. */
interface Pairs {
  /** Where the pairs with each first rank end. */
  ends: Uint32Array;
  seconds: Uint32Array;
  places: Uint32Array;
}

/** The pairs of a line of ranks, in which a pair begins everywhere but at the end of a row. */
function dealOut(line: Uint32Array, rowEnd: number, places: Uint32Array, ranks: number): Pairs {
  const [beforeFirst, beforeSecond] = [new Uint32Array(ranks + 1), new Uint32Array(ranks + 1)];
  let count = 0;
  for (let at = 0; at < line.length; at += 1) {
    const rank = line[at] as number;
    if (rank === rowEnd) continue;
    beforeFirst[rank + 1] = (beforeFirst[rank + 1] as number) + 1;
    const next = line[at + 1] as number;
    beforeSecond[next + 1] = (beforeSecond[next + 1] as number) + 1;
    count += 1;
  }
  for (let rank = 1; rank <= ranks; rank += 1) {
    beforeFirst[rank] = (beforeFirst[rank] as number) + (beforeFirst[rank - 1] as number);
    beforeSecond[rank] = (beforeSecond[rank] as number) + (beforeSecond[rank - 1] as number);
  }
  const bySecond = new Uint32Array(count);
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === rowEnd) continue;
    const next = line[at + 1] as number;
    const to = beforeSecond[next] as number;
    bySecond[to] = at;
    beforeSecond[next] = to + 1;
  }
  const pairs: Pairs = { ends: beforeFirst, seconds: new Uint32Array(count), places: new Uint32Array(count) };
  for (let i = 0; i < count; i += 1) {
    const at = bySecond[i] as number;
    const rank = line[at] as number;
    const to = beforeFirst[rank] as number;
    pairs.seconds[to] = line[at + 1] as number;
    pairs.places[to] = places[at] as number;
    beforeFirst[rank] = to + 1;
  }
  return pairs;
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
