import type { Block, Case, CaseProblem, Figure, Method } from '../article/schema.ts';
import { blocksOf } from './evidence.ts';
import { pickFigures } from './figures.ts';
import { type Library, practiceName } from './library.ts';
import { practicesInOrder } from './order.ts';

/** A case on one strip: what it says in the source's words, each with its passage. What it does not say is empty. */
export interface Glance {
  problems: { problem: CaseProblem; block: Block }[];
  methods: { method: Method; block: Block }[];
  /** Only where fewer methods than `limit` have a name: primary practices that no method shown stands in. */
  practices: { id: string; name: string; block: Block }[];
  results: { figure: Figure; block: Block }[];
}

export function glance(library: Library, entry: Case, limit = 4): Glance {
  const blocks = blocksOf(entry);
  const withBlock = <T>(items: readonly T[], id: (item: T) => string | undefined) =>
    items.flatMap((item) => {
      const block = blocks.get(id(item) ?? '');
      return block ? [{ item, block }] : [];
    });
  const methods = withBlock(entry.methods, (method) => method.passages[0])
    .slice(0, limit)
    .map(({ item, block }) => ({ method: item, block }));
  return {
    problems: withBlock(firstOfText(entry.problems), (problem) => problem.passage)
      .slice(0, limit)
      .map(({ item, block }) => ({ problem: item, block })),
    methods,
    practices: primaryPractices(library, entry, limit - methods.length, new Set(methods.map(({ block }) => block.id))),
    results: withBlock(results(entry, limit), (figure) => figure.passage).map(({ item, block }) => ({ figure: item, block })),
  };
}

function primaryPractices(library: Library, entry: Case, limit: number, taken: ReadonlySet<string>): Glance['practices'] {
  const primary = new Map(entry.practices.filter((practice) => practice.primary).map((practice) => [practice.id, practice]));
  return practicesInOrder(library, primary.keys())
    .flatMap((id) => {
      const passages = primary.get(id)?.passages ?? [];
      const block = blocksOf(entry).get(passages[0]?.block ?? '');
      return block && !passages.some((passage) => taken.has(passage.block)) ? [{ id, name: practiceName(library, id), block }] : [];
    })
    .slice(0, Math.max(0, limit));
}

/** Results from different passages, as far as there are enough. */
function results(entry: Case, limit: number): Figure[] {
  const done = entry.figures.filter((figure) => figure.status === 'done');
  const textOf = (figure: Figure) => blocksOf(entry).get(figure.passage)?.text ?? '';
  const byPassage = Map.groupBy(done, (figure) => figure.passage);
  const best = [...byPassage.values()].flatMap((group) => pickFigures(group, 1, textOf).shown.slice(0, 1));
  const chosen = new Set(pickFigures(best, limit, textOf).shown);
  for (const figure of done) if (chosen.size < limit) chosen.add(figure);
  return done.filter((figure) => chosen.has(figure));
}

function firstOfText(problems: readonly CaseProblem[]): CaseProblem[] {
  const known = new Set<string>();
  return problems.filter(({ text }) => !known.has(text) && known.add(text));
}
