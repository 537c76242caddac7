import type { Catalogue } from '../catalogue.ts';
import { readQuery, readUnits, type Term } from '../tokens.ts';
import type { NothingHelp } from './answer.ts';
import { filterCases } from './filters.ts';
import type { Finder } from './finder.ts';
import { type Found, sharedCases } from './found.ts';
import { nearSpellings } from './near-spellings.ts';
import { hasFilter, type SearchRequest, withoutFilters } from './request.ts';
import { type ReadSuggestion, suggest } from './suggest.ts';

interface Nothing {
  request: SearchRequest;
  terms: readonly Term[];
  founds: readonly Found[];
  catalogue: Catalogue;
  finder: Finder;
  suggestions: readonly ReadSuggestion[];
}

const mostNear = 5;

/** What a reader may do when nothing is found: which term is to blame, what there is without it, what is written nearly so. */
export async function helpWithNothing(nothing: Nothing): Promise<NothingHelp> {
  const { request, terms, founds, catalogue, suggestions } = nothing;
  const missing = terms.filter((_, i) => founds[i]?.cases.length === 0);
  const together = sharedCases(founds);
  return {
    terms: terms.map((term, i) => {
      const q = terms
        .filter((other) => other !== term)
        .map(({ text }) => text)
        .join(' ');
      const without: SearchRequest = { ...request, q, page: 1 };
      const others = founds.filter((_, other) => other !== i);
      return {
        text: term.text,
        count: founds[i]?.cases.length ?? 0,
        without,
        withoutCount: q ? filterCases(sharedCases(others), without, catalogue).length : 0,
      };
    }),
    unfiltered: hasFilter(request)
      ? filterCases(terms.length > 0 ? together : allCases(catalogue), withoutFilters(request), catalogue).length
      : 0,
    near: await nearWords(missing, nothing),
    practices: nearPractices(request.q, missing, suggestions),
  };
}

/** Names with one character more, less or other; what the texts write nearly so; then the longest pieces of the term that they hold. */
async function nearWords(missing: readonly Term[], { finder, suggestions }: Nothing): Promise<NothingHelp['near']> {
  const near = new Map<string, number>();
  for (const term of missing) {
    const typed = keysOf(term.text);
    const names = suggestions.filter(({ keys }) => differByOne(keys, typed)).map(({ suggestion: { alias, name } }) => alias || name);
    for (const text of [...new Set([...names, ...(await nearSpellings(term, finder))]), ...piecesOf(term.text)]) {
      if (near.size >= mostNear) break;
      const [asTerm] = readQuery(text);
      const count = asTerm ? (await finder.find(asTerm)).cases.length : 0;
      const isInside = [...near.keys()].some((known) => known.includes(text));
      if (count > 0 && !isInside) near.set(text, count);
    }
  }
  return [...near].map(([text, count]) => ({ text, count }));
}

/** Beginnings and ends of the term, of two units at least, the longest first. */
function piecesOf(text: string): string[] {
  const units = readUnits(text).slice(0, 12);
  const pieces: string[] = [];
  for (let length = units.length - 1; length >= 2; length -= 1) {
    for (const from of [0, units.length - length]) {
      const first = units[from];
      const last = units[from + length - 1];
      if (first && last) pieces.push(text.slice(first.start, last.end));
    }
  }
  return pieces;
}

/** Practices that the query may become (pinyin), then those one of whose names shares two neighbouring characters with a term. */
function nearPractices(q: string, missing: readonly Term[], suggestions: readonly ReadSuggestion[]): NothingHelp['practices'] {
  const meant = suggest(q, suggestions).filter(({ kind }) => kind === 'practice');
  const pairs = missing.flatMap(({ text }) => pairsOf(keysOf(text)));
  const shared = new Map<string, { id: string; name: string; count: number }>();
  for (const {
    suggestion: { kind, id, name },
    keys,
  } of suggestions) {
    const own = new Set(pairsOf(keys));
    const count = kind === 'practice' ? pairs.filter((pair) => own.has(pair)).length : 0;
    if (count > (shared.get(id)?.count ?? 0)) shared.set(id, { id, name, count });
  }
  const close = [...shared.values()].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  return [...new Map([...meant, ...close].map(({ id, name }) => [id, { id, name }])).values()].slice(0, mostNear);
}

function differByOne(name: string, typed: string): boolean {
  const [a, b] = [[...name], [...typed]];
  if (a.length < 3 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  const restA = a.slice(start + (a.length >= b.length ? 1 : 0)).join('');
  const restB = b.slice(start + (b.length >= a.length ? 1 : 0)).join('');
  return restA === restB;
}

function pairsOf(keys: string): string[] {
  const characters = [...keys];
  return characters.slice(1).map((character, i) => (characters[i] as string) + character);
}

function keysOf(text: string): string {
  return readUnits(text)
    .map(({ key }) => key)
    .join('');
}

const allCases = (catalogue: Catalogue): number[] => catalogue.cases.map((_, at) => at);
