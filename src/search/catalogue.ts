/** What the build writes for the search page and the search page reads. Lists are referred to by their position. */

export interface Catalogue {
  /** By id; positions in this list name cases everywhere else. */
  cases: CaseEntry[];
  /** For each case the room of the title and of each block, see `roomOf`; a heading's is negative minus one. */
  lengths: number[][];
  /** For each case the index that holds it: a position in `Entry.shards`. The cases of an index are in the order of this list. */
  shards: number[];
  /** See `slicesOf`. */
  sliceUnits: number;
  /** In the taxonomy's order. */
  practices: PracticeEntry[];
  groups: { id: string; name: string }[];
  /** Every place that is a case's place or holds one, by code; `depth` is 0 for a province. */
  places: PlaceEntry[];
}

/** What filters and ranking ask of a case. */
export interface CaseEntry {
  /** `2020-07-27`, `2020-07`, `2020`; empty where unknown. */
  date: string;
  /** Positions in `places`, from the province down; empty where unknown. */
  places: number[];
  /** Positions in `practices`. */
  practices: number[];
  /** How many of the first entries of `practices` are primary. */
  primary: number;
}

/**
 * What a list of hits shows of a case besides. It stands with the case's texts, and for lists without texts in files of `headsInFile`
 * cases each, `heads-0`, `heads-1` …
 */
export interface CaseHead {
  id: string;
  /** Relative to the site's root. */
  url: string;
  title: string;
  /** `2021`: without a date, the latest year that the text speaks of as past. */
  notBefore?: string;
}

export const headsInFile = 64;

export interface PracticeEntry {
  id: string;
  name: string;
  aliases: string[];
  /** Position in `groups`. */
  group: number;
}

/** Passages that show a practice, in `shown-<its id>`: pairs of a case's position and a passage's number in the case (0 is the title). */
export type ShownPassage = [caseAt: number, passage: number];

export interface PlaceEntry {
  code: string;
  name: string;
  depth: number;
}

/** A passage as printed: anchor, paragraph number (0 for other kinds), heading above it (may be empty), text. */
export type PrintedPassage = [anchor: string, n: number, section: string, text: string];

/** A file of an index: some passages of a case, see `slicesOf`. */
export interface CaseTexts {
  head: CaseHead;
  passages: PrintedPassage[];
}

/** Something that a reader may mean while typing. */
export interface Suggestion {
  kind: 'practice' | 'method' | 'place';
  id: string;
  name: string;
  /** The alias that the entry stands for; the name itself where empty. */
  alias: string;
  /** Syllables without tones, a blank between: `kua cun lian jian`. */
  pinyin: string;
  /** Cases. */
  count: number;
}

/** `search/entry.json`: where this build's index is. A name made from its content, so that parts of two builds never mix. */
export interface Entry {
  folder: string;
  /** Folder of Pagefind's program for the browser. */
  program: string;
  /** Folder of the parts of all indexes. */
  index: string;
  /** For each index the folder with the texts of its cases. */
  shards: string[];
  /** What the reading without an index can search: every word, or only titles and what was extracted. */
  plain: 'full' | 'outline';
  /** Number of files of text for the reading without an index. */
  plainParts: number;
}

/** Text of a case for the reading without an index. */
export interface PlainCase {
  at: number;
  title: string;
  passages: PrintedPassage[];
  /** In an outline the names of the case's practices and places: they are found, too. */
  names?: string[];
}

/**
 * For each passage of a case after the title, the number of the file of text that holds it, with about so many units in a file.
 * The build and the page agree by this.
 */
export function slicesOf(lengths: readonly number[], sliceUnits: number): number[] {
  const slices: number[] = [];
  let slice = 0;
  let filled = 0;
  for (const length of lengths.slice(1)) {
    if (filled >= sliceUnits) {
      slice += 1;
      filled = 0;
    }
    filled += roomIn(length);
    slices.push(slice);
  }
  return slices;
}

/** A row of text begins at a multiple of it, so that short numbers tell where every row of the library begins. */
export const unitsInStep = 16;

/** The places that a row of so many units takes: one at least stays free behind it, so that nothing is found across two rows. */
export const roomOf = (units: number): number => (Math.floor(units / unitsInStep) + 1) * unitsInStep;

export const roomIn = (length: number): number => (length < 0 ? -length - 1 : length);
export const isHeading = (length: number): boolean => length < 0;
