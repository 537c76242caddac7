/**
 * How often a term stands in each passage of each case. In flat lists: a common word stands in every case, and objects for each case
 * and passage took longest of a search.
 */
export interface Found {
  /** Positions of the cases that hold the term, each once. */
  cases: readonly number[];
  /** Where a case stands in `cases`; -1 where it does not. */
  indexOf(caseAt: number): number;
  /** The passages of the case at `i` in `cases` are those in `passages` from `starts[i]` to before `starts[i + 1]`; 0 is the title. */
  starts: readonly number[];
  passages: readonly number[];
  /** For each of `passages` how often the term stands in it. */
  counts: readonly number[];
}

/** Is told what is found, passage after passage and case after case. */
export interface Counting {
  add(caseAt: number, passage: number, times?: number): void;
  found(): Found;
}

export function openCounting(): Counting {
  const cases: number[] = [];
  const starts: number[] = [];
  const passages: number[] = [];
  const counts: number[] = [];
  let [lastCase, lastPassage] = [-1, -1];
  return {
    add(caseAt, passage, times = 1) {
      if (caseAt === lastCase && passage === lastPassage) {
        counts[counts.length - 1] = (counts[counts.length - 1] as number) + times;
        return;
      }
      if (caseAt !== lastCase) {
        cases.push(caseAt);
        starts.push(passages.length);
      }
      passages.push(passage);
      counts.push(times);
      lastCase = caseAt;
      lastPassage = passage;
    },
    found() {
      starts.push(passages.length);
      const places = new Map(cases.map((caseAt, i) => [caseAt, i]));
      return { cases, indexOf: (caseAt) => places.get(caseAt) ?? -1, starts, passages, counts };
    },
  };
}

/** Positions of the cases that hold every term, rising. */
export function sharedCases([first, ...others]: readonly Found[]): number[] {
  const shared = first ? first.cases.filter((at) => others.every((found) => found.indexOf(at) >= 0)) : [];
  return shared.sort((a, b) => a - b);
}

/** The passages of a case that hold the term, rising; 0 is the title. */
export function passagesOf({ indexOf, starts, passages }: Found, caseAt: number): readonly number[] {
  const i = indexOf(caseAt);
  return i < 0 ? [] : passages.slice(starts[i], starts[i + 1]);
}
