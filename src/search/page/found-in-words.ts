import type { FilterChoices, SearchAnswer } from './answer.ts';
import { hasFilter, isIdle, type SearchRequest } from './request.ts';

/** With more pages than this a reader is told how to narrow the list. */
const crowdedPages = 3;

/** What was found, in a sentence that is shown and read out. */
export function foundInWords({ total, pages, filters, practice }: SearchAnswer, request: SearchRequest): string {
  if (isIdle(request)) return '';
  const chosen = chosenNames(filters, request);
  const where = chosen.length > 0 ? `${chosen.join('、')}：` : '';
  if (total === 0) return practice ? `${where}原文没有写“${request.q}”一词，下面是这项做法` : `${where}没有找到案例`;
  const isCrowded = pages > crowdedPages && !hasFilter(request);
  return `${where}找到${total}篇案例${isCrowded ? '，可以用做法、地区、年份缩小范围' : ''}`;
}

function chosenNames({ groups, places, years }: FilterChoices, { practice, group, place, year }: SearchRequest): string[] {
  const offered = [
    { value: practice, choices: groups.flatMap(({ practices }) => practices) },
    { value: group, choices: groups },
    { value: place, choices: places },
    { value: year, choices: years },
  ];
  return offered.flatMap(({ value, choices }) => (value ? [choices.find((choice) => choice.value === value)?.label ?? value] : []));
}
