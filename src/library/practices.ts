import type { Group, Practice } from '../article/knowledge.ts';
import type { CaseProblem, Figure, Method } from '../article/schema.ts';
import { type Evidence, evidenceOf, placedSpots, type Spot, type SpotEvidence, shownPractices, spotsOf, spotsOfWords } from './evidence.ts';
import { pickFigures } from './figures.ts';
import { figuresOfBlock } from './figures-of-block.ts';
import { type Library, perLibrary, perPractice } from './library.ts';
import { sentenceRange } from './marking.ts';
import { practiceRank } from './order.ts';
import { arrangementsOf, type FoundArrangement } from './practice-arrangements.ts';
import { practicesOfName } from './practices-of-name.ts';

/** How much the library knows of a practice. */
export interface PracticeCounts {
  passages: number;
  cases: number;
  /** Places where it was seen. */
  places: number;
}

export const practiceCounts = perPractice((library, practice): PracticeCounts => {
  const evidence = evidenceOf(library, practice);
  return {
    passages: evidence.length,
    cases: new Set(evidence.map(({ entry }) => entry.id)).size,
    places: placedSpots(library, practice).length,
  };
});

/** Practices of each group, groups and practices in the taxonomy's order. */
export function practicesByGroup(library: Library): { group: Group; practices: Practice[] }[] {
  return library.groups
    .map((group) => ({ group, practices: library.practices.filter((practice) => practice.group === group.id) }))
    .filter(({ practices }) => practices.length > 0);
}

/** Practices of the same cases: those of the most cases first, then those that stand in the most of the same passages. */
export function practicesDoneWith(library: Library, practice: string, limit = 6): { practice: Practice; cases: number }[] {
  const cases = casesWithBoth(library).get(practice) ?? new Map<string, number>();
  const weight = (counts: ReadonlyMap<string, number>, id: string) => counts.get(id) ?? 0;
  const rank = practiceRank(library);
  return library.practices
    .filter(({ id }) => id !== practice && cases.has(id))
    .sort(
      (a, b) =>
        weight(cases, b.id) - weight(cases, a.id) ||
        passagesWithBoth(library, practice, b.id) - passagesWithBoth(library, practice, a.id) ||
        weight(rank, a.id) - weight(rank, b.id),
    )
    .slice(0, limit)
    .map((other) => ({ practice: other, cases: weight(cases, other.id) }));
}

/** Passages that show both; asked only of practices of as many cases, which are few in a large library. */
function passagesWithBoth(library: Library, practice: string, other: string): number {
  return evidenceOf(library, practice).reduce((count, { block }) => count + Number(block.practices.includes(other)), 0);
}

/** For each practice how many of the cases that show it name each practice: found in one walk over the cases. */
const casesWithBoth = perLibrary((library) => {
  const counts = new Map<string, Map<string, number>>();
  for (const entry of library.cases) {
    const ids = new Set(entry.practices.map(({ id }) => id));
    for (const { id } of shownPractices(entry)) {
      const own = counts.get(id) ?? new Map<string, number>();
      for (const other of ids) countOne(own, other);
      counts.set(id, own);
    }
  }
  return counts;
});

function countOne(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}

/** Practices that the taxonomy or another practice names as related, in the taxonomy's order. */
export const relatedPractices = perLibrary((library) => {
  const related = new Map<string, Set<string>>(library.practices.map(({ id }) => [id, new Set()]));
  for (const practice of library.practices) {
    for (const other of practice.related) {
      related.get(practice.id)?.add(other);
      related.get(other)?.add(practice.id);
    }
  }
  return new Map(library.practices.map(({ id }) => [id, library.practices.filter((other) => related.get(id)?.has(other.id))]));
});

/** What one spot's passages say of a practice, for comparison side by side. Empty lists: the source does not say. */
export interface PracticeRow {
  spot: Spot;
  /** Each wording once. */
  problems: { problem: CaseProblem; evidence: Evidence }[];
  methods: { method: Method; evidence: Evidence }[];
  /** Who leads, how it is organised, what power and money it was given. */
  arrangements: FoundArrangement[];
  /** Three groups at most, those that say most. */
  figures: FoundFigure[];
  /** The other figures of the practice's own sentences. */
  moreFigures: FoundFigure[];
  evidence: Evidence[];
}

export interface FoundFigure {
  figure: Figure;
  evidence: Evidence;
}

/** The figures of a row, without what takes longer to find. */
export type FigureRow = Pick<PracticeRow, 'spot' | 'figures' | 'moreFigures'>;

/** The figures of a practice place by place. */
export const figureRows = perPractice((library, practice): FigureRow[] =>
  spotsOf(library, practice).map((spot) => figureRow(library, practice, spot)),
);

/** By the list of a spot's passages, which is made once. */
const knownFigures = new WeakMap<readonly Evidence[], FigureRow>();

/** The figures of one of a practice's spots. */
export function figureRow(library: Library, practice: string, at: SpotEvidence): FigureRow {
  const row = knownFigures.get(at.evidence) ?? { spot: at.spot, ...figuresOf(library, practice, at) };
  knownFigures.set(at.evidence, row);
  return row;
}

const knownRows = new WeakMap<readonly Evidence[], PracticeRow>();

/** The row of one of a practice's spots. */
export function practiceRow(library: Library, practice: string, at: SpotEvidence): PracticeRow {
  const row = knownRows.get(at.evidence) ?? rowOf(library, practice, at);
  knownRows.set(at.evidence, row);
  return row;
}

/** A practice place by place. */
export function practiceRows(library: Library, practice: string): PracticeRow[] {
  return spotsOf(library, practice).map((at) => practiceRow(library, practice, at));
}

function rowOf(library: Library, practice: string, at: SpotEvidence): PracticeRow {
  const { spot, evidence } = at;
  const isHere = ({ entry, block }: Evidence, words: string) =>
    spotsOfWords(library, entry, block, [words]).some(({ anchor }) => anchor === spot.anchor);
  const problems = evidence.flatMap((item) =>
    item.entry.problems
      .filter((problem) => problem.passage === item.block.id && problem.practice === practice && isHere(item, problem.text))
      .map((problem) => ({ problem, evidence: item })),
  );
  const methods = evidence.flatMap((item) =>
    item.entry.methods
      .filter(({ passages }) => passages.includes(item.block.id))
      .filter(({ name }) => practicesOfName(item.entry, item.block, name).includes(practice) && isHere(item, name))
      .map((method) => ({ method, evidence: item })),
  );
  return {
    evidence,
    problems: firstOfEach(problems, ({ problem }) => problem.text),
    methods: firstOfEach(methods, ({ method }) => method.id),
    arrangements: arrangementsOf(library, spot, evidence),
    ...figureRow(library, practice, at),
  };
}

/** In reading order: those that name the practice come before those of its sentences, and those before the passage's others. */
function figuresOf(library: Library, practice: string, { spot, evidence }: SpotEvidence): Pick<PracticeRow, 'figures' | 'moreFigures'> {
  const found = firstOfEach(
    evidence.flatMap((item) =>
      figuresOfBlock(library, item.block)
        .filter((figure) => figure.practices.includes(practice))
        .filter((figure) => !spot.place || !figure.place || figure.place === spot.place.code)
        .map((figure) => ({ figure, evidence: item, distance: distanceOf(figure, item) })),
    ),
    ({ figure }) => `${figure.subject} ${figure.quote}`,
  );
  const texts = new Map(found.map(({ figure, evidence: { block } }) => [figure, block.text]));
  const nearest = found.some(({ distance }) => distance < 2) ? 1 : 2;
  const near = found.filter(({ distance }) => distance <= nearest);
  const chosen = new Set<Figure>();
  let room = 3;
  for (let distance = 0; distance <= nearest; distance += 1) {
    const level = near.filter((item) => item.distance === distance).map(({ figure }) => figure);
    const { shown } = pickFigures(level, room, (figure) => texts.get(figure) ?? '');
    for (const figure of shown) chosen.add(figure);
    room -= shown.length;
  }
  const plain = (items: typeof found) => items.map(({ figure, evidence: item }) => ({ figure, evidence: item }));
  return {
    figures: plain(near.filter(({ figure }) => chosen.has(figure))),
    moreFigures: plain(near.filter(({ figure }) => !chosen.has(figure))),
  };
}

/** 0 where the figure's words hold a deciding word, 1 where its sentence does, else 2. */
function distanceOf(figure: Figure, { block, words }: Evidence): number {
  if (words.some((word) => figure.quote.includes(word) || figure.subject.includes(word))) return 0;
  const { start, end } = sentenceRange(block.text, Math.max(0, block.text.indexOf(figure.quote)));
  const sentence = block.text.slice(start, end);
  return words.some((word) => sentence.includes(word)) ? 1 : 2;
}

function firstOfEach<T>(items: readonly T[], key: (item: T) => string): T[] {
  const known = new Set<string>();
  return items.filter((item) => !known.has(key(item)) && known.add(key(item)));
}
