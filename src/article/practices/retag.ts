import type { DraftBlock, PassageTag } from '../article.ts';
import { type CompiledPractices, type Tagged, tagPassages } from './practices.ts';

/** What changed in the taxonomy since an article was tagged. */
export interface TaxonomyChange {
  /** Ids of practices whose signals are as they were. */
  stayed: ReadonlySet<string>;
  /** All the others, and nothing else. */
  others: CompiledPractices;
  /** Ids of all practices, in the taxonomy's order. */
  order: readonly string[];
}

/** The same as tagging the article anew, for the price of the practices that changed. */
export function retagPassages(blocks: readonly DraftBlock[], earlier: Tagged, { stayed, others, order }: TaxonomyChange): Tagged {
  const found = others.ids.length > 0 ? tagPassages(blocks, others) : { tags: [], nearMisses: [] };
  const blockAt = new Map(blocks.map(({ id }, at) => [id, at]));
  const practiceAt = new Map(order.map((id, at) => [id, at]));
  const merge = (kept: readonly PassageTag[], added: readonly PassageTag[]) =>
    [...kept.filter(({ practice }) => stayed.has(practice)), ...added].sort(
      (a, b) => at(blockAt, a.block) - at(blockAt, b.block) || at(practiceAt, a.practice) - at(practiceAt, b.practice),
    );
  return { tags: merge(earlier.tags, found.tags), nearMisses: merge(earlier.nearMisses, found.nearMisses) };
}

function at(places: ReadonlyMap<string, number>, id: string): number {
  return places.get(id) ?? places.size;
}
