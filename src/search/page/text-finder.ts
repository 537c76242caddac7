import type { PlainCase, PrintedPassage } from '../catalogue.ts';
import { findTerm, type Row, readRow } from '../tokens.ts';
import type { Finder } from './finder.ts';
import { openCounting } from './found.ts';
import { likeIn } from './near-spellings.ts';
import type { Source } from './sources.ts';

interface ReadText {
  /** The title, then the passages. */
  rows: Row[];
  /** Where they hold a term, the case is found as by its title. */
  names: Row[];
  passages: PrintedPassage[];
}

/** Finds by reading through the texts; loads all of them at the first search and says how far it is. */
export function textFinder(source: Source, progress: (done: number, of: number) => void): Finder {
  let texts: Promise<Map<number, ReadText>> | undefined;
  const load = async () => {
    const read = new Map<number, ReadText>();
    for (let part = 0; part < source.entry.plainParts; part += 1) {
      progress(part, source.entry.plainParts);
      for (const { at, title, passages, names = [] } of await source.data<PlainCase[]>(`text-${part}`)) {
        read.set(at, { rows: [title, ...passages.map((passage) => passage[3])].map(readRow), names: names.map(readRow), passages });
      }
    }
    progress(source.entry.plainParts, source.entry.plainParts);
    return read;
  };
  const loaded = () => {
    texts ??= load().catch((error: unknown) => {
      texts = undefined;
      throw error;
    });
    return texts;
  };
  return {
    async find(term) {
      const counting = openCounting();
      for (const [at, { rows, names }] of await loaded()) {
        if (names.some((name) => findTerm(term, name).length > 0)) counting.add(at, 0);
        rows.forEach((row, passage) => {
          const count = findTerm(term, row).length;
          if (count > 0) counting.add(at, passage, count);
        });
      }
      return counting.found();
    },
    async findLike(units, other) {
      const counting = openCounting();
      for (const [at, { rows }] of await loaded()) {
        rows.forEach((row, passage) => {
          if (likeIn(row.units, units, other) >= 0) counting.add(at, passage);
        });
      }
      return counting.found();
    },
    async read(caseAt, numbers) {
      const text = (await loaded()).get(caseAt);
      return {
        texts: new Map(
          numbers.flatMap((number) => (text?.passages[number - 1] ? [[number, text.passages[number - 1] as PrintedPassage]] : [])),
        ),
      };
    },
  };
}
