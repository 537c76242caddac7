import { indexForms, type Unit } from '../tokens.ts';

/** The words of an index and where they stand. */
export interface WordPlaces {
  /** Adds a row of units, of which the first stands at `start`. */
  add(units: readonly Unit[], start: number): void;
  /** Each word once, in order, with its places, rising. */
  sorted(): Generator<[word: string, places: Uint32Array]>;
}

/**
 * A word is made of two forms, of which none is the beginning of another: words stand in the order of their first form, then of
 * their second. So forms are numbered, and places are dealt out twice by number; a table of words would take four times as long.
 */
export function openWordPlaces(): WordPlaces {
  const numbers = new Map<string, number>();
  const [firsts, seconds, places] = [growing(), growing(), growing()];
  const numberOf = (form: string): number => {
    const known = numbers.get(form);
    if (known !== undefined) return known;
    numbers.set(form, numbers.size);
    return numbers.size - 1;
  };
  return {
    add(units, start) {
      const row = indexForms(units).map(numberOf);
      for (let at = 0; at + 1 < row.length; at += 1) {
        firsts.push(row[at] as number);
        seconds.push(row[at + 1] as number);
        places.push(start + at);
      }
    },
    *sorted() {
      const forms = [...numbers.keys()].sort();
      const ranks = new Uint32Array(forms.length);
      for (const [rank, form] of forms.entries()) ranks[numbers.get(form) as number] = rank;
      const first = firsts.whole().map((number) => ranks[number] as number);
      const second = seconds.whole().map((number) => ranks[number] as number);
      const order = dealOut(
        dealOut(
          first.map((_, at) => at),
          second,
          forms.length,
        ),
        first,
        forms.length,
      );
      const all = places.whole();
      for (let from = 0; from < order.length; ) {
        const [a, b] = [first[order[from] as number] as number, second[order[from] as number] as number];
        let to = from + 1;
        while (to < order.length && first[order[to] as number] === a && second[order[to] as number] === b) to += 1;
        yield [`${forms[a]}${forms[b]}`, order.subarray(from, to).map((at) => all[at] as number)];
        from = to;
      }
    },
  };
}

/** The items in the order of their ranks, those of one rank as they stood. */
function dealOut(items: Uint32Array, ranks: Uint32Array, count: number): Uint32Array {
  const ends = new Uint32Array(count + 1);
  for (const item of items) (ends[(ranks[item] as number) + 1] as number)++;
  for (let rank = 1; rank <= count; rank += 1) ends[rank] = (ends[rank] as number) + (ends[rank - 1] as number);
  const dealt = new Uint32Array(items.length);
  for (const item of items) {
    const rank = ranks[item] as number;
    const at = ends[rank] as number;
    dealt[at] = item;
    ends[rank] = at + 1;
  }
  return dealt;
}

/** A list of numbers that takes four bytes for each. */
function growing(): { push(value: number): void; whole(): Uint32Array } {
  let values = new Uint32Array(1024);
  let count = 0;
  return {
    push(value) {
      if (count === values.length) {
        const larger = new Uint32Array(count * 2);
        larger.set(values);
        values = larger;
      }
      values[count] = value;
      count += 1;
    },
    whole: () => values.subarray(0, count),
  };
}
