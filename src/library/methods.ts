import type { Block, Case, Method } from '../article/schema.ts';
import { blocksOf, type Spot, spotsOfWords } from './evidence.ts';
import { type Library, perLibrary } from './library.ts';
import { casesInOrder, compareText, practicesInOrder } from './order.ts';
import { paginate } from './pagination.ts';
import { practicesOfName } from './practices-of-name.ts';

/** One case that uses a method. */
export interface MethodUse {
  entry: Case;
  method: Method;
  blocks: Block[];
  spots: Spot[];
}

/** A named method and all cases that use it, in list order. */
export interface MethodEntry {
  id: string;
  /** As the first of its cases writes it. */
  name: string;
  /** What it consists of where a case says so. */
  consists: string[];
  /** Practices beside which it is named. */
  practices: string[];
  uses: MethodUse[];
}

/** All methods, by id: the same id in several cases is one method. One walk over the cases. */
export const methodsById = perLibrary((library) => {
  const found = new Map<string, { uses: MethodUse[]; practices: Set<string> }>();
  for (const entry of casesInOrder(library)) {
    for (const method of entry.methods) {
      const known = found.get(method.id) ?? { uses: [], practices: new Set<string>() };
      const use = useOf(library, entry, method);
      known.uses.push(use);
      for (const block of use.blocks) for (const id of practicesOfName(entry, block, method.name)) known.practices.add(id);
      found.set(method.id, known);
    }
  }
  const entries = [...found].map(([id, { uses, practices }]) => methodEntry(id, uses, practicesInOrder(library, practices)));
  return new Map(entries.sort((a, b) => compareText(a.id, b.id)).map((entry) => [entry.id, entry]));
});

/** All methods in order of their ids, which are their names in pinyin. */
export function methodsInOrder(library: Library): MethodEntry[] {
  return [...methodsById(library).values()];
}

/** The pages of the list of all methods. */
export const methodListPages = perLibrary((library) => paginate(methodsInOrder(library), { key: ({ id }) => id }));

function useOf(library: Library, entry: Case, method: Method): MethodUse {
  const blocks = method.passages.flatMap((id) => blocksOf(entry).get(id) ?? []);
  const spots = new Map(blocks.flatMap((block) => spotsOfWords(library, entry, block, [method.name])).map((spot) => [spot.anchor, spot]));
  return { entry, method, blocks, spots: [...spots.values()].sort((a, b) => compareText(a.anchor, b.anchor)) };
}

function methodEntry(id: string, uses: MethodUse[], practices: string[]): MethodEntry {
  return {
    id,
    name: uses[0]?.method.name ?? id,
    consists: uses.find(({ method }) => method.consists?.length)?.method.consists ?? [],
    practices,
    uses,
  };
}
