import { type CaseEntry, type Catalogue, isHeading, type PlaceEntry, roomIn, type ShownPassage, unitsInStep } from './catalogue.ts';
import { packNumbers, unpackNumbers } from './packed-numbers.ts';

/** `catalogue.json`: lists of numbers as texts, since every search needs them whole. */
export type PackedCatalogue = Pick<Catalogue, 'sliceUnits' | 'practices' | 'groups' | 'places'> & {
  /** One for each case. */
  dates: string[];
  /** For each case its own place: a position plus one, 0 where unknown. */
  casePlaces: string;
  /** For each case how many practices it has, how many of them are primary, and their positions. */
  casePractices: string;
  /** For each case how many rows it has, and for each row twice the steps of its room, and one more for a heading. */
  lengths: string;
  shards: string;
};

export function packCatalogue({ cases, lengths, shards, sliceUnits, practices, groups, places }: Catalogue): PackedCatalogue {
  return {
    sliceUnits,
    practices,
    groups,
    places,
    dates: cases.map(({ date }) => date),
    casePlaces: packNumbers(cases.map((entry) => (entry.places[entry.places.length - 1] ?? -1) + 1)),
    casePractices: packNumbers(cases.flatMap((entry) => [entry.practices.length, entry.primary, ...entry.practices])),
    lengths: packNumbers(
      lengths.flatMap((rows) => [rows.length, ...rows.map((length) => (roomIn(length) / unitsInStep) * 2 + (isHeading(length) ? 1 : 0))]),
    ),
    shards: packNumbers(shards),
  };
}

export function unpackCatalogue(packed: PackedCatalogue): Catalogue {
  const { sliceUnits, practices, groups, places } = packed;
  const casePlaces = unpackNumbers(packed.casePlaces);
  const casePractices = unpackNumbers(packed.casePractices);
  const rows = unpackNumbers(packed.lengths);
  const lineages = places.map((_, at) => lineageOf(at, places));
  const lengths: number[][] = [];
  let [practiceAt, rowAt] = [0, 0];
  const cases = packed.dates.map((date, at): CaseEntry => {
    const [count = 0, primary = 0] = casePractices.slice(practiceAt, practiceAt + 2);
    const own = casePractices.slice(practiceAt + 2, practiceAt + 2 + count);
    practiceAt += 2 + count;
    const rowCount = rows[rowAt] ?? 0;
    lengths.push(rows.slice(rowAt + 1, rowAt + 1 + rowCount).map(lengthOf));
    rowAt += 1 + rowCount;
    return { date, places: lineages[(casePlaces[at] ?? 0) - 1] ?? [], practices: own, primary };
  });
  return { cases, lengths, shards: unpackNumbers(packed.shards), sliceUnits, practices, groups, places };
}

/** Of a packed row. */
function lengthOf(row: number): number {
  const room = Math.floor(row / 2) * unitsInStep;
  return row % 2 === 1 ? -room - 1 : room;
}

/** Positions of the place and of those that hold it, from the province down: each follows the one that holds it. */
function lineageOf(at: number, places: readonly PlaceEntry[]): number[] {
  const lineage = [at];
  for (let holder = at - 1; holder >= 0; holder -= 1) {
    if ((places[holder]?.depth ?? 0) < (places[lineage[0] as number]?.depth ?? 0)) lineage.unshift(holder);
  }
  return lineage;
}

/** Positions of cases rise: each is written by its distance from the one before. */
export function packShown(shown: readonly ShownPassage[]): string {
  return packNumbers(shown.flatMap(([caseAt, passage], i) => [caseAt - (shown[i - 1]?.[0] ?? 0), passage]));
}

export function unpackShown(packed: string): ShownPassage[] {
  const numbers = unpackNumbers(packed);
  const shown: ShownPassage[] = [];
  let caseAt = 0;
  for (let i = 0; i < numbers.length; i += 2) {
    caseAt += numbers[i] ?? 0;
    shown.push([caseAt, numbers[i + 1] ?? 0]);
  }
  return shown;
}
