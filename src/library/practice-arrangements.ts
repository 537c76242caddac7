import type { Block, Case } from '../article/schema.ts';
import { type Arrangement, arrangementsIn } from './arrangements.ts';
import { type Evidence, type Spot, spotsOfWords } from './evidence.ts';
import type { Library } from './library.ts';
import { sentencesOf } from './marking.ts';

/** An arrangement and the passage that says it. */
export interface FoundArrangement {
  arrangement: Arrangement;
  evidence: Evidence;
}

/** What one spot's passages say of how a practice is led, organised and provided for; each wording once, in reading order. */
export function arrangementsOf(library: Library, spot: Spot, evidence: readonly Evidence[]): FoundArrangement[] {
  const known = new Set<string>();
  return evidence
    .flatMap((item) =>
      sentencesOfPractice(item)
        .flatMap(arrangementsIn)
        .map((arrangement) => ({ arrangement, evidence: item })),
    )
    .filter(({ arrangement, evidence: { entry, block } }) =>
      spotsOfWords(library, entry, block, [arrangement.quote]).some(({ anchor }) => anchor === spot.anchor),
    )
    .filter(({ arrangement: { kind, quote } }) => !known.has(`${kind} ${quote}`) && known.add(`${kind} ${quote}`));
}

/**
 * Sentences that tell of the practice: those with one of its deciding words, and those right behind one of them that carry on
 * without a deciding word of another practice.
 */
function sentencesOfPractice({ entry, block, words }: Evidence): string[] {
  const others = otherWords(entry, block, words);
  let telling = false;
  return sentencesOf(block.text).filter((sentence) => {
    const own = words.some((word) => sentence.includes(word));
    telling = own || (telling && !others.some((word) => sentence.includes(word)));
    return telling;
  });
}

function otherWords(entry: Case, block: Block, words: readonly string[]): string[] {
  const shown = entry.practices.flatMap(({ passages }) => passages.filter((passage) => passage.block === block.id));
  return shown.flatMap((passage) => passage.words).filter((word) => !words.includes(word));
}
