import type { Choice, FilterChoices } from './answer.ts';
import { byId, element, fill } from './elements.ts';
import { hasFilter, type SearchRequest, withoutFilters, writeAddress } from './request.ts';

/** Marks a whole group of practices in the list of practices. */
const groupMark = 'group:';

const controls = () => ({
  practice: byId('filter-practice', HTMLSelectElement),
  place: byId('filter-place', HTMLSelectElement),
  year: byId('filter-year', HTMLSelectElement),
  sort: byId('filter-sort', HTMLSelectElement),
});

/** Fills the lists with what may be chosen and shows what is chosen. */
export function showFilters(choices: FilterChoices, request: SearchRequest): void {
  const { practice, place, year, sort } = controls();
  const option = ({ value, label, count, depth }: Choice) => element('option', { value }, `${'　'.repeat(depth)}${label}（${count}）`);
  fill(practice, [
    element('option', { value: '' }, '全部做法'),
    ...choices.groups.map((group) =>
      element(
        'optgroup',
        { label: group.label },
        option({ value: groupMark + group.value, label: `${group.label}各项`, count: group.count, depth: 0 }),
        ...group.practices.map((each) => option({ ...each, depth: 0 })),
      ),
    ),
  ]);
  fill(place, [element('option', { value: '' }, '全部地区'), ...choices.places.map(option)]);
  fill(year, [element('option', { value: '' }, '全部年份'), ...choices.years.map(option)]);
  practice.value = request.practice || (request.group ? groupMark + request.group : '');
  place.value = request.place;
  year.value = request.year;
  sort.value = request.sort;
  const clear = byId('clear-filters', HTMLAnchorElement);
  clear.hidden = !hasFilter(request);
  clear.href = writeAddress(withoutFilters(request));
  byId('filters', HTMLElement).hidden = false;
}

/** The request with what is chosen in the lists. */
export function readFilters(request: SearchRequest): SearchRequest {
  const { practice, place, year, sort } = controls();
  const isGroup = practice.value.startsWith(groupMark);
  return {
    ...request,
    practice: isGroup ? '' : practice.value,
    group: isGroup ? practice.value.slice(groupMark.length) : '',
    place: place.value,
    year: year.value,
    sort: sort.value === 'date' ? 'date' : 'relevance',
    page: 1,
    all: false,
  };
}

/** Calls when the reader chooses. */
export function onFilter(changed: () => void): void {
  for (const control of Object.values(controls())) control.addEventListener('change', changed);
}
