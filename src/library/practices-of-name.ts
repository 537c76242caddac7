import type { Block, Case } from '../article/schema.ts';
import { sentenceRange } from './marking.ts';

/**
 * Practices of a block to which a name in it belongs, as a method's name does: those whose deciding words stand in the
 * name's sentence, else the one whose words stand nearest to it. In the order of the case's practices.
 */
export function practicesOfName(entry: Case, block: Block, name: string): string[] {
  const at = Math.max(0, block.text.indexOf(name));
  const sentence = sentenceRange(block.text, at);
  const distances = wordsIn(entry, block.id).map(({ id, words }) => {
    const starts = words.map((word) => block.text.indexOf(word)).filter((start) => start >= 0);
    const inside = starts.some((start) => start >= sentence.start && start < sentence.end);
    return { id, inside, distance: Math.min(Number.MAX_SAFE_INTEGER, ...starts.map((start) => Math.abs(start - at))) };
  });
  const inside = distances.filter((item) => item.inside);
  if (inside.length > 0) return inside.map(({ id }) => id);
  const nearest = [...distances].sort((a, b) => a.distance - b.distance)[0];
  return nearest ? [nearest.id] : [];
}

/** The practices of a block with their deciding words, in the order of the case's practices. */
function wordsIn({ practices }: Case, block: string): { id: string; words: readonly string[] }[] {
  const found: { id: string; words: readonly string[] }[] = [];
  for (const { id, passages } of practices) {
    for (const passage of passages) {
      if (passage.block !== block) continue;
      found.push({ id, words: passage.words });
      break;
    }
  }
  return found;
}
