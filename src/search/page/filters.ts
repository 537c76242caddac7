import type { CaseEntry, Catalogue } from '../catalogue.ts';
import type { Choice, FilterChoices } from './answer.ts';
import type { FilterName, SearchRequest } from './request.ts';

export const yearOf = (entry: CaseEntry): string => entry.date.slice(0, 4) || 'unknown';

/** Whether a case passes a filter. */
const passes: Record<FilterName, (entry: CaseEntry, value: string, catalogue: Catalogue) => boolean> = {
  practice: (entry, value, { practices }) => entry.practices.some((at) => practices[at]?.id === value),
  group: (entry, value, { practices, groups }) => entry.practices.some((at) => groups[practices[at]?.group ?? -1]?.id === value),
  place: (entry, value, { places }) => entry.places.some((at) => places[at]?.code === value),
  year: (entry, value) => yearOf(entry) === value,
};

/** The cases that pass all filters of the request but those named in `except`. */
export function filterCases(
  found: readonly number[],
  request: SearchRequest,
  catalogue: Catalogue,
  except: readonly FilterName[] = [],
): number[] {
  const asked = (Object.keys(passes) as FilterName[]).filter((name) => request[name] !== '' && !except.includes(name));
  if (asked.length === 0) return [...found];
  return found.filter((at) => asked.every((name) => passes[name](catalogue.cases[at] as CaseEntry, request[name], catalogue)));
}

/** What may be chosen in each filter, with the number of cases that the choice would give; what gives none only if chosen. */
export function filterChoices(found: readonly number[], request: SearchRequest, catalogue: Catalogue): FilterChoices {
  const cases = (except: FilterName[]) => filterCases(found, request, catalogue, except).map((at) => catalogue.cases[at] as CaseEntry);
  const offered = (choice: Choice, chosen: string) => choice.count > 0 || choice.value === chosen;

  const practiceCounts = counts(catalogue.practices.length);
  const groupCounts = counts(catalogue.groups.length);
  for (const { practices } of cases(['practice', 'group'])) {
    for (const practice of practices) {
      practiceCounts.add(practice);
      groupCounts.addOnce(catalogue.practices[practice]?.group ?? -1);
    }
    groupCounts.next();
  }
  const placeCounts = counts(catalogue.places.length);
  for (const { places } of cases(['place'])) for (const place of places) placeCounts.add(place);
  const yearCounts = new Map<string, number>();
  for (const entry of cases(['year'])) {
    const year = yearOf(entry);
    yearCounts.set(year, (yearCounts.get(year) ?? 0) + 1);
  }
  const years = [...new Set([...yearCounts.keys(), ...(request.year ? [request.year] : [])])].sort(newestFirst);

  return {
    groups: catalogue.groups
      .map(({ id, name }, groupAt) => ({
        value: id,
        label: name,
        count: groupCounts.of(groupAt),
        depth: 0,
        practices: catalogue.practices
          .map((practice, at) => ({
            practice,
            choice: { value: practice.id, label: practice.name, count: practiceCounts.of(at), depth: 1 },
          }))
          .filter(({ practice, choice }) => practice.group === groupAt && offered(choice, request.practice))
          .map(({ choice }) => choice),
      }))
      .filter((group) => group.practices.length > 0 || offered(group, request.group)),
    places: catalogue.places
      .map(({ code, name, depth }, at) => ({ value: code, label: name, count: placeCounts.of(at), depth }))
      .filter((choice) => offered(choice, request.place)),
    years: years.map((year) => ({
      value: year,
      label: year === 'unknown' ? '日期未注明' : `${year}年`,
      count: yearCounts.get(year) ?? 0,
      depth: 0,
    })),
  };
}

/** How often each position of a list was added, and in how many cases; `next` begins another case. */
function counts(length: number) {
  const numbers = new Uint32Array(length);
  const lastCases = new Uint32Array(length);
  let current = 1;
  const add = (at: number) => {
    if (at >= 0) numbers[at] = (numbers[at] as number) + 1;
  };
  return {
    add,
    addOnce(at: number): void {
      if (lastCases[at] === current) return;
      lastCases[at] = current;
      add(at);
    },
    next: () => {
      current += 1;
    },
    of: (at: number): number => numbers[at] ?? 0,
  };
}

function newestFirst(a: string, b: string): number {
  if (a === b) return 0;
  if (a === 'unknown') return 1;
  if (b === 'unknown') return -1;
  return a > b ? -1 : 1;
}
