import { encodePart, type Posting } from '../parts.ts';
import { indexKeys } from '../tokens.ts';
import type { ReadCase } from './passages.ts';

/** A part is closed when its positions would fill about this many bytes. */
const partBytes = 8192;
/** Bytes that a position fills on an average. */
const positionBytes = 2.2;
const keyBytes = 6;

export interface Index {
  parts: Uint8Array[];
  /** The first key of each part. */
  firstKeys: string[];
}

/**
 * All positions of all keys, in parts. Positions number the units of all cases in order; after each passage one number
 * is left out, so that nothing is found across two passages.
 */
export function makeIndex(cases: readonly ReadCase[]): Index {
  const postings = collectPostings(cases);
  const index: Index = { parts: [], firstKeys: [] };
  let open: Posting[] = [];
  let size = 0;
  const close = () => {
    const first = open[0];
    if (!first) return;
    index.firstKeys.push(first.key);
    index.parts.push(encodePart(open));
    open = [];
    size = 0;
  };
  for (const posting of postings) {
    const weight = keyBytes + posting.positions.length * positionBytes;
    if (size + weight > partBytes) close();
    open.push(posting);
    size += weight;
  }
  close();
  return index;
}

function collectPostings(cases: readonly ReadCase[]): Posting[] {
  const postings = new Map<string, number[]>();
  let start = 0;
  for (const { rows } of cases) {
    for (const row of rows) {
      for (const { key, at } of indexKeys(row)) {
        const positions = postings.get(key);
        if (positions) positions.push(start + at);
        else postings.set(key, [start + at]);
      }
      start += row.length + 1;
    }
  }
  return [...postings].map(([key, positions]) => ({ key, positions })).sort((a, b) => (a.key < b.key ? -1 : 1));
}
