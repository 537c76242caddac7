import type { Block, Case } from '../article/schema.ts';
import { sentenceRange } from './marking.ts';

/**
 * Practices of a block to which a name in it belongs, as a method's name does: those whose deciding words stand in the
 * name's sentence, else the one whose words stand nearest to it. In the order of the case's practices.
 */
export function practicesOfName(entry: Case, block: Block, name: string): string[] {
  const at = Math.max(0, block.text.indexOf(name));
  const sentence = sentenceRange(block.text, at);
  const inside: string[] = [];
  let nearest: { id: string; distance: number } | undefined;
  for (const { id, passages } of entry.practices) {
    const words = passages.find((passage) => passage.block === block.id)?.words;
    if (!words) continue;
    const starts = words.map((word) => block.text.indexOf(word)).filter((start) => start >= 0);
    if (starts.some((start) => start >= sentence.start && start < sentence.end)) inside.push(id);
    const distance = Math.min(Number.MAX_SAFE_INTEGER, ...starts.map((start) => Math.abs(start - at)));
    if (!nearest || distance < nearest.distance) nearest = { id, distance };
  }
  return inside.length > 0 || !nearest ? inside : [nearest.id];
}
