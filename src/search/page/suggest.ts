import type { Suggestion } from '../catalogue.ts';
import { readUnits } from '../tokens.ts';

const most = 6;

/** A suggestion made ready for many readings. */
export interface ReadSuggestion {
  suggestion: Suggestion;
  /** The characters of the alias that it stands for, or else of its name, without signs. */
  keys: string;
  syllables: readonly string[];
}

export function readSuggestion(suggestion: Suggestion): ReadSuggestion {
  return { suggestion, keys: keysOf(suggestion.alias || suggestion.name), syllables: suggestion.pinyin.split(' ') };
}

/**
 * Entries that what was typed may become: by characters anywhere in the name or alias, by full pinyin, initials or a
 * mixture of both from the beginning of a syllable. Best first, names before aliases;
 * of a practice only its best name.
 */
export function suggest(typed: string, suggestions: readonly ReadSuggestion[]): Suggestion[] {
  const characters = keysOf(typed);
  const letters = /^[a-zü' ]{2,}$/i.test(typed.trim()) ? typed.toLowerCase().replace(/ü/g, 'v').replace(/[' ]/g, '') : '';
  if (characters === '') return [];
  const fitting = suggestions
    .map((each, order) => ({ suggestion: each.suggestion, order, distance: distance(each, characters, letters) }))
    .filter((each) => each.distance < none)
    .sort((a, b) => a.distance - b.distance || Number(a.suggestion.alias !== '') - Number(b.suggestion.alias !== '') || a.order - b.order);
  const seen = new Set<string>();
  return fitting
    .filter(({ suggestion: { kind, id } }) => {
      const isNew = !seen.has(`${kind} ${id}`);
      seen.add(`${kind} ${id}`);
      return isNew;
    })
    .slice(0, most)
    .map(({ suggestion }) => suggestion);
}

const none = 9;

/** 0 for the very name, 1 for its beginning, 2 inside it; pinyin after characters; `none` where it does not fit. */
function distance({ keys, syllables }: ReadSuggestion, characters: string, letters: string): number {
  if (keys === characters) return 0;
  if (keys.startsWith(characters)) return 1;
  if (keys.includes(characters)) return 2;
  if (letters === '') return none;
  if (spells(letters, syllables, 0)) return 3;
  return syllables.some((_, from) => from > 0 && spells(letters, syllables, from)) ? 4 : none;
}

/** Whether the letters are beginnings of the syllables from `from` on, at least one letter of each until they are used up. */
function spells(letters: string, syllables: readonly string[], from: number): boolean {
  if (letters === '') return true;
  const syllable = syllables[from];
  if (syllable === undefined) return false;
  for (let length = syllable.length; length > 0; length -= 1) {
    if (letters.startsWith(syllable.slice(0, length)) && spells(letters.slice(length), syllables, from + 1)) return true;
  }
  return false;
}

function keysOf(text: string): string {
  return readUnits(text)
    .map(({ key }) => key)
    .join('');
}
