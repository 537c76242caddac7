/** Names under which articles are kept in seeds/: the given ones, as far as every system and address can bear them. */
import { idOfName } from '../article/case-id.ts';

/** Characters of a name without its ending, and bytes of it: file systems stop at 255. */
const longestName = 60;
const mostBytes = 180;

/** Devices of Windows, whatever the ending. */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;

export interface SafeName {
  /** Letters, digits, `-` and `_`; never empty. */
  stem: string;
  /** `.txt`; empty where there is none. */
  ending: string;
}

/** What is left of a name when all is gone that leads elsewhere, shows nothing or means something to a system. */
export function safeName(given: string): SafeName {
  const name = given.normalize('NFC');
  const ending = /(?<=.)\.[a-z0-9]{1,8}$/is.exec(name)?.[0] ?? '';
  const plain = name
    .slice(0, name.length - ending.length)
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
    .replace(/-{2,}/g, '-');
  const stem = trimmed(shortened(trimmed(plain)));
  const kept = stem === '' ? 'article' : stem;
  return { stem: devices.test(kept) ? `article-${kept}` : kept, ending: ending.toLowerCase() };
}

function trimmed(stem: string): string {
  return stem.replace(/^[\p{M}_-]+|[_-]+$/gu, '');
}

function shortened(stem: string): string {
  const letters = [...stem].slice(0, longestName);
  while (Buffer.byteLength(letters.join('')) > mostBytes) letters.pop();
  return letters.join('');
}

/** The names and ids that are taken in seeds/; a correction and an address belong to a name without its ending. */
export class TakenNames {
  readonly #stems = new Set<string>();
  readonly #ids = new Set<string>();

  /** `id` where a correction gives the case another one. */
  add(stem: string, id: string = idOfName(stem)): void {
    this.#stems.add(folded(stem));
    this.#ids.add(id);
  }

  /** The name itself, or with the first number from 2 that makes it free. */
  free({ stem, ending }: SafeName): SafeName {
    for (let number = 1; ; number += 1) {
      const candidate = number === 1 ? stem : `${stem}-${number}`;
      if (!this.#stems.has(folded(candidate)) && !this.#ids.has(idOfName(candidate))) return { stem: candidate, ending };
    }
  }
}

/** Windows and macOS take names for one that differ in case or composition only. */
function folded(stem: string): string {
  return stem.normalize('NFKC').toLowerCase();
}
