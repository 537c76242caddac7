import type { CaseEntry, Catalogue, ShownPassage, Suggestion } from '../catalogue.ts';
import { mayBeTraditional } from '../simplify.ts';
import { findTerm, mergeRanges, type Range, readQuery, readRow, type Term } from '../tokens.ts';
import type { Hit, HitPassage, MarkedText, SearchAnswer } from './answer.ts';
import { excerpt, markWhole } from './excerpt.ts';
import { filterCases, filterChoices } from './filters.ts';
import type { Finder } from './finder.ts';
import { type Found, sharedCases } from './found.ts';
import { type NamedPractice, namedPractice, practiceCard } from './named-practice.ts';
import { helpWithNothing } from './nothing.ts';
import type { Parts } from './parts.ts';
import { byDate, firstOf, openRanking, type Ranking } from './rank.ts';
import { isIdle, type SearchRequest } from './request.ts';
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

export function makeEngine(catalogue: Catalogue, parts: Parts, finder: Finder): Engine {
  const simplifierFor = async (text: string) => (mayBeTraditional(text) ? parts.simplify() : undefined);

  const findTerms = async (request: SearchRequest): Promise<Asked> => {
    const terms = readQuery(request.q, await simplifierFor(request.q));
    const named = namedPractice(terms, catalogue);
    const [founds, shownByNamed, shownByFilter] = await Promise.all([
      Promise.all(terms.map((term) => finder.find(term))),
      shownBy(named.at),
      terms.length > 0 ? [] : shownBy(catalogue.practices.findIndex(({ id }) => id === request.practice)),
    ]);
    return { terms, founds, named, ranking: openRanking({ founds, named: named.at, shownByNamed }, catalogue), shownByFilter };
  };
  const shownBy = async (practiceAt: number): Promise<ShownPassage[]> => {
    const practice = catalogue.practices[practiceAt];
    return practice ? parts.shown(practice.id) : [];
  };

  return {
    async search(request) {
      const asked = await findTerms(request);
      const { terms, founds, named } = asked;
      const found = casesFound(request, founds, catalogue);
      const passed = filterCases(found, request, catalogue);
      const pages = request.all ? 1 : Math.max(1, Math.ceil(passed.length / pageSize));
      const page = Math.min(request.page, pages);
      const [from, to] = isIdle(request) ? [0, 0] : request.all ? [0, passed.length] : [(page - 1) * pageSize, page * pageSize];
      const byWords = terms.length > 0 && request.sort !== 'date';
      const listed = (byWords ? asked.ranking.cases(passed, to) : firstOf(passed, to, (a, b) => byDate(catalogue, a, b))).slice(from);
      const hits = Promise.all(
        listed.map((at, i) => makeHit(at, asked, catalogue, parts, i < pagesWithPassages * pageSize ? finder : undefined)),
      );
      return {
        total: passed.length,
        pages,
        // Counted while the texts of hits are on their way.
        filters: filterChoices(found, request, catalogue),
        hits: await hits,
        practice: practiceCard(named, found, catalogue),
        help:
          passed.length === 0
            ? await helpWithNothing({ request, terms, founds, catalogue, finder, suggestions: await parts.suggestions() })
            : undefined,
      };
    },
    async details(request, ids) {
      const asked = await findTerms(request);
      const found = filterCases(casesFound(request, asked.founds, catalogue), request, catalogue);
      const heads = await Promise.all(found.map(parts.head));
      const cases = found.filter((_, i) => ids.includes(heads[i]?.id ?? ''));
      return Promise.all(asked.ranking.cases(cases, cases.length).map((at) => makeHit(at, asked, catalogue, parts, finder)));
    },
    async suggest(typed) {
      const simple = await simplifierFor(typed);
      return suggest(simple ? simple(typed) : typed, await parts.suggestions());
    },
  };
}

/** A request with what was found of its terms. */
interface Asked {
  terms: readonly Term[];
  founds: readonly Found[];
  named: NamedPractice;
  ranking: Ranking;
  /** Without words to look for, passages of the chosen practice. */
  shownByFilter: readonly ShownPassage[];
}

/** Positions of the cases that hold every term; of all cases where only filters are asked for. */
function casesFound({ q }: SearchRequest, founds: readonly Found[], catalogue: Catalogue): number[] {
  if (founds.length > 0) return sharedCases(founds);
  return q === '' ? catalogue.cases.map((_, at) => at) : [];
}

/** Without a finder the passages are left for later. */
async function makeHit(
  at: number,
  { terms, ranking, shownByFilter }: Asked,
  catalogue: Catalogue,
  parts: Parts,
  finder: Finder | undefined,
): Promise<Hit> {
  const entry = catalogue.cases[at] as CaseEntry;
  const numbers =
    terms.length > 0
      ? ranking.passages(at).map(({ number }) => number)
      : shownByFilter.filter(([caseAt]) => caseAt === at).map(([, number]) => number);
  const chosen = numbers.slice(0, passagesShown).sort((a, b) => a - b);
  const read = await finder?.read(at, chosen);
  const head = read?.head ?? (await parts.head(at));
  return {
    id: head.id,
    url: head.url,
    title: markWhole(head.title, marksIn(head.title, terms)),
    place: entry.places.map((place) => catalogue.places[place]?.name ?? '').join(''),
    date: entry.date,
    notBefore: head.notBefore ?? '',
    practices: entry.practices.map((practice) => catalogue.practices[practice]?.name ?? ''),
    passages: chosen.flatMap((number): HitPassage[] => {
      const text = read?.texts.get(number);
      return text ? [{ anchor: text[0], n: text[1], section: text[2], text: markedPassage(text[3], terms) }] : [];
    }),
    more: numbers.length - chosen.length,
    isWhole: finder !== undefined,
  };
}

const markedPassage = (text: string, terms: readonly Term[]): MarkedText => excerpt(text, marksIn(text, terms));

function marksIn(text: string, terms: readonly Term[]): Range[] {
  const row = readRow(text);
  return mergeRanges(terms.flatMap((term) => findTerm(term, row)));
}
