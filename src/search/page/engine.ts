import type { CaseEntry, Catalogue, Suggestion } from '../catalogue.ts';
import { mayBeTraditional, simplifier } from '../simplify.ts';
import { findTerm, mergeRanges, type Range, readQuery, readRow, type Term } from '../tokens.ts';
import type { TraditionalTable } from '../traditional.ts';
import type { Hit, HitPassage, MarkedText, SearchAnswer } from './answer.ts';
import { excerpt, markWhole } from './excerpt.ts';
import { filterCases, filterChoices } from './filters.ts';
import type { Finder, Found } from './finder.ts';
import { namedPractice, practiceCard } from './named-practice.ts';
import { helpWithNothing } from './nothing.ts';
import { byDate, type RankedCase, rankCases } from './rank.ts';
import type { SearchRequest } from './request.ts';
import type { Source } from './sources.ts';
import { suggest } from './suggest.ts';

/** Hits on a page. */
export const pageSize = 10;
/** In a list of all hits, those after so many come without their passages; `details` gives them. */
const pagesWithPassages = 3;
/** Passages shown of a hit. */
const passagesShown = 3;

/** Everything that the page asks; lives in the worker, or in the page where there is no worker. */
export interface Engine {
  search(request: SearchRequest): Promise<SearchAnswer>;
  /** Hits of a search with their passages, by their cases' ids. */
  details(request: SearchRequest, ids: readonly string[]): Promise<Hit[]>;
  suggest(typed: string): Promise<Suggestion[]>;
}

export function makeEngine(source: Source, catalogue: Catalogue, finder: Finder): Engine {
  let suggestions: Promise<Suggestion[]> | undefined;
  let simplify: Promise<(text: string) => string> | undefined;
  const loadSuggestions = () => {
    suggestions ??= source.data<Suggestion[]>('suggestions');
    return suggestions;
  };
  const simplifierFor = async (text: string) => {
    if (!mayBeTraditional(text)) return undefined;
    simplify ??= source.data<TraditionalTable>('traditional').then(simplifier);
    return simplify;
  };

  const findTerms = async ({ q }: SearchRequest) => {
    const terms = readQuery(q, await simplifierFor(q));
    return { terms, founds: await Promise.all(terms.map((term) => finder.find(term))), named: namedPractice(terms, catalogue) };
  };

  return {
    async search(request) {
      const { terms, founds, named } = await findTerms(request);
      const found = casesFound(request, founds, catalogue);
      const passed = filterCases(found, request, catalogue);
      const ranked = rankCases(passed, founds, catalogue, named.at);
      if (request.sort === 'date' || terms.length === 0) ranked.sort((a, b) => byDate(catalogue, a.at, b.at));
      const pages = request.all ? 1 : Math.max(1, Math.ceil(ranked.length / pageSize));
      const page = Math.min(request.page, pages);
      const listed = request.all ? ranked : ranked.slice((page - 1) * pageSize, page * pageSize);
      return {
        total: ranked.length,
        pages,
        hits: await Promise.all(
          listed.map((each, i) => makeHit(each, terms, request, catalogue, i < pagesWithPassages * pageSize ? finder : undefined)),
        ),
        filters: filterChoices(found, request, catalogue),
        practice: practiceCard(named, found, catalogue),
        help:
          ranked.length === 0
            ? await helpWithNothing({ request, terms, founds, catalogue, finder, suggestions: await loadSuggestions() })
            : undefined,
      };
    },
    async details(request, ids) {
      const { terms, founds, named } = await findTerms(request);
      const wanted = new Set(ids);
      const cases = catalogue.cases.flatMap(({ id }, at) => (wanted.has(id) ? [at] : []));
      return Promise.all(rankCases(cases, founds, catalogue, named.at).map((each) => makeHit(each, terms, request, catalogue, finder)));
    },
    async suggest(typed) {
      const simple = await simplifierFor(typed);
      return suggest(simple ? simple(typed) : typed, await loadSuggestions());
    },
  };
}

/** Positions of the cases that hold every term; of all cases where only filters are asked for. */
function casesFound({ q }: SearchRequest, founds: readonly Found[], catalogue: Catalogue): number[] {
  const [first, ...others] = founds;
  if (first) return [...first.keys()].filter((at) => others.every((found) => found.has(at))).sort((a, b) => a - b);
  return q === '' ? catalogue.cases.map((_, at) => at) : [];
}

/** Without a finder the passages are left for later. */
async function makeHit(
  ranked: RankedCase,
  terms: readonly Term[],
  request: SearchRequest,
  catalogue: Catalogue,
  finder: Finder | undefined,
): Promise<Hit> {
  const entry = catalogue.cases[ranked.at] as CaseEntry;
  const numbers = terms.length > 0 ? ranked.passages.map(({ number }) => number) : passagesOfFilter(ranked.at, request, catalogue);
  const chosen = numbers.slice(0, passagesShown).sort((a, b) => a - b);
  const texts = await finder?.passages(ranked.at, chosen);
  return {
    id: entry.id,
    url: entry.url,
    title: markWhole(entry.title, marksIn(entry.title, terms)),
    place: entry.places.map((at) => catalogue.places[at]?.name ?? '').join(''),
    date: entry.date,
    notBefore: entry.notBefore ?? '',
    practices: entry.practices.map((at) => catalogue.practices[at]?.name ?? ''),
    passages: chosen.flatMap((number): HitPassage[] => {
      const text = texts?.get(number);
      return text ? [{ anchor: text[0], n: text[1], section: text[2], text: markedPassage(text[3], terms) }] : [];
    }),
    more: numbers.length - chosen.length,
    isWhole: finder !== undefined,
  };
}

/** Without words to look for, a chosen practice's passages are shown. */
function passagesOfFilter(at: number, { practice }: SearchRequest, catalogue: Catalogue): number[] {
  const shown = practice ? (catalogue.practices.find(({ id }) => id === practice)?.shown ?? []) : [];
  return shown.filter(([caseAt]) => caseAt === at).map(([, number]) => number);
}

const markedPassage = (text: string, terms: readonly Term[]): MarkedText => excerpt(text, marksIn(text, terms));

function marksIn(text: string, terms: readonly Term[]): Range[] {
  const row = readRow(text);
  return mergeRanges(terms.flatMap((term) => findTerm(term, row)));
}
