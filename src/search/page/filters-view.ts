import type { Choice, FilterChoices } from './answer.ts';
import { byId, element } from './elements.ts';
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
  fillGroups(practice, '全部做法', choices.groups);
  fillOptions(place, [{ value: '', text: '全部地区' }, ...choices.places.map(optionOf)]);
  fillOptions(year, [{ value: '', text: '全部年份' }, ...choices.years.map(optionOf)]);
  practice.value = request.practice || (request.group ? groupMark + request.group : '');
  place.value = request.place;
  year.value = request.year;
  sort.value = request.sort;
  const clear = byId('clear-filters', HTMLAnchorElement);
  clear.hidden = !hasFilter(request);
  clear.href = writeAddress(withoutFilters(request));
  byId('filters', HTMLElement).hidden = false;
}

interface Option {
  value: string;
  text: string;
}

const optionOf = ({ value, label, count, depth }: Choice): Option => ({ value, text: `${'　'.repeat(depth)}${label}（${count}）` });

function fillGroups(list: HTMLSelectElement, all: string, groups: FilterChoices['groups']): void {
  if (list.options.length === 0) list.append(element('option', { value: '' }, all));
  const there = [...list.querySelectorAll('optgroup')];
  for (const [i, group] of groups.entries()) {
    const own = there[i] ?? list.appendChild(element('optgroup'));
    own.label = group.label;
    const whole = { ...group, value: groupMark + group.value, label: `${group.label}各项` };
    fillOptions(
      own,
      [whole, ...group.practices].map((choice) => optionOf({ ...choice, depth: 0 })),
    );
  }
  for (const surplus of there.slice(groups.length)) surplus.remove();
}

/** Changes the options that are there: to make 350 anew takes three times as long, and their layout twenty times. */
function fillOptions(list: Element, options: readonly Option[]): void {
  const there = [...list.querySelectorAll('option')];
  const added: HTMLOptionElement[] = [];
  for (const [i, { value, text }] of options.entries()) {
    const option = there[i];
    if (!option) added.push(element('option', { value }, text));
    else {
      if (option.value !== value) option.value = value;
      if (option.firstChild && option.firstChild.nodeValue !== text) option.firstChild.nodeValue = text;
    }
  }
  list.append(...added);
  for (const surplus of there.slice(options.length)) surplus.remove();
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
