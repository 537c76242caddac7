import type { Place } from '../article/schema.ts';
import { append } from './collect.ts';
import { type Evidence, evidencePages, type Spot, spotsOf } from './evidence.ts';
import { type Library, perPractice } from './library.ts';
import type { GroupPart } from './pagination.ts';
import { ancestors } from './places-of-passage.ts';

/** A city or province in which a practice was seen at two spots or more: one stretch of the practice's page. */
export interface Area {
  place: Place;
  /** `in-350400`; the place itself, as one spot among others, has its bare code. */
  anchor: string;
  spots: number;
  /** Each passage once, however many of the places it tells of. */
  passages: number;
}

/** What stands in an area on one page: smaller areas, and spots that lie in none of these. */
export interface AreaPart {
  area: Pick<Area, 'place' | 'anchor'>;
  /** Undefined where the area began on an earlier page, which says it: one passage more would change all pages of it. */
  counts: Pick<Area, 'spots' | 'passages'> | undefined;
  /** All its spots are those of the area around it. */
  isAllAround: boolean;
  items: EvidenceItem[];
}

export type EvidenceItem = { inside: AreaPart } | { part: GroupPart<Spot, Evidence> };

/** The areas of a practice by the codes of their places. */
export const areasOf = perPractice(
  (library, practice): ReadonlyMap<string, Area> => new Map(areasIn(library, practice).map((area) => [area.place.code, area])),
);

function areasIn(library: Library, practice: string): Area[] {
  const found = new Map<string, { place: Place; spots: number; passages: string[] }>();
  const inside = new Map<string, string[]>();
  for (const { spot, evidence } of spotsOf(library, practice)) {
    for (const place of placesAround(library, spot)) {
      const known = found.get(place.code) ?? { place, spots: 0, passages: [] };
      known.spots += 1;
      found.set(place.code, known);
      append(inside, place.code, ...evidence.map(({ entry, block }) => `${entry.id}#${block.id}`));
    }
  }
  return [...found.values()].flatMap(({ place, spots }) =>
    spots > 1 ? [{ place, anchor: `in-${place.code}`, spots, passages: new Set(inside.get(place.code)).size }] : [],
  );
}

/** The province and city that a spot lies in or is, from the province down; none around a case without a place. */
function placesAround(library: Library, { place }: Spot): Place[] {
  if (!place) return [];
  return [...ancestors(library.gazetteer, place), ...(place.level === 'county' ? [] : [place])];
}

/** One page of a practice's evidence with its areas around it. Spots of one area stand side by side, for spots go by code. */
export function evidenceByArea(library: Library, practice: string, page: number): EvidenceItem[] {
  const areas = areasOf(library, practice);
  const items: EvidenceItem[] = [];
  for (const part of evidencePages(library, practice)[page - 1] ?? []) {
    let level = items;
    let around: Area | undefined;
    for (const { code } of placesAround(library, part.group)) {
      const area = areas.get(code);
      if (!area) continue;
      level = stretchOf(level, area, { continued: pageOfArea(library, practice, code) < page, around }).items;
      around = area;
    }
    level.push({ part });
  }
  return items;
}

/** The area's stretch at the end of a list, begun where the list does not end with it. */
function stretchOf(items: EvidenceItem[], area: Area, at: { continued: boolean; around: Area | undefined }): AreaPart {
  const { place, anchor, spots, passages } = area;
  const last = items.at(-1);
  if (last && 'inside' in last && last.inside.area.anchor === anchor) return last.inside;
  const counts = at.continued ? undefined : { spots, passages };
  const inside: AreaPart = { area: { place, anchor }, counts, isAllAround: at.around?.spots === spots, items: [] };
  items.push({ inside });
  return inside;
}

/** First page of each area, by the code of its place. */
const areaPages = perPractice((library, practice) => {
  const first = new Map<string, number>();
  for (const [at, parts] of evidencePages(library, practice).entries()) {
    for (const { group } of parts) {
      for (const { code } of placesAround(library, group)) if (!first.has(code)) first.set(code, at + 1);
    }
  }
  return first;
});

/** Number, from 1, of the page on which an area begins. */
export function pageOfArea(library: Library, practice: string, code: string): number {
  return areaPages(library, practice).get(code) ?? 1;
}
