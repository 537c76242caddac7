import { readUnits, type Term, type Unit } from '../tokens.ts';
import type { Finder } from './finder.ts';
import { passagesOf, sharedCases } from './found.ts';

/** Shorter terms have too many neighbours, longer ones cost too much. */
const shortest = 3;
const longest = 12;
/** Passages looked into for each unit that may be wrong. */
const mostPassages = 3;

/** What stands in the texts and differs from the term in one unit: 四联四促 for 四联思促. */
export async function nearSpellings(term: Term, finder: Finder): Promise<string[]> {
  const units = readUnits(term.text);
  if (units.length < shortest || units.length > longest) return [];
  const spellings = await Promise.all(units.map((_, other) => spellingsWithout(units, other, finder)));
  return [...new Set(spellings.flat())];
}

async function spellingsWithout(units: readonly Unit[], other: number, finder: Finder): Promise<string[]> {
  const found = await finder.findLike(units, other);
  const spellings: string[] = [];
  for (const caseAt of sharedCases([found]).slice(0, mostPassages)) {
    const numbers = passagesOf(found, caseAt).filter((number) => number > 0);
    const { texts } = await finder.read(caseAt, numbers.slice(0, 1));
    for (const [, , , text] of texts.values()) {
      const printed = readUnits(text);
      const start = likeIn(printed, units, other);
      if (start >= 0) {
        spellings.push(
          printed
            .slice(start, start + units.length)
            .map((unit) => text.slice(unit.start, unit.end))
            .join(''),
        );
      }
    }
  }
  return spellings;
}

/** Where in a text's units the given ones stand with any one in place of the one at `other`; -1 where they do not. */
export function likeIn(text: readonly Unit[], units: readonly Unit[], other: number): number {
  return text.findIndex(
    (_, start) => start + units.length <= text.length && units.every((unit, i) => i === other || text[start + i]?.key === unit.key),
  );
}
