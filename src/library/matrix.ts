import type { Group, Practice } from '../article/knowledge.ts';
import type { Place } from '../article/schema.ts';
import { urls } from '../site/urls.ts';
import { areasOf, pageOfArea } from './areas.ts';
import { type PlacedSpot, pageOfSpot, placedSpots, spotsOf } from './evidence.ts';
import { type Library, perLibrary, perPractice } from './library.ts';
import { compareText } from './order.ts';
import { ancestors, isBelow } from './places-of-passage.ts';
import { practicesByGroup } from './practices.ts';

/** Columns are the places themselves, or all of a city or province together. */
export type MatrixLevel = 'place' | 'city' | 'province';

/** Passages that show a practice in a column's places. */
export interface Cell {
  place: Place;
  passages: number;
  /** 1 to 5: how dark the cell is; 5 is the fullest of the matrix. */
  shade: number;
  /** Where exactly these passages are: the part of the practice's page that is the place's, or the city's or province's. */
  href: string;
}

export interface MatrixRow {
  practice: Practice;
  /** One for each of the matrix's places, in their order; none where nothing was found. */
  cells: (Cell | undefined)[];
}

/** Practices by places, only those with something to show. */
export interface Matrix {
  places: Place[];
  /** Columns that lie in one city or province, which stand side by side. */
  above: { name: string; columns: number }[];
  groups: { group: Group; rows: MatrixRow[] }[];
  /** Passages of cases that name no place: on the practices' pages, not here. */
  withoutPlace: number;
}

/** Columns that a reader can still follow on one page. */
export const widestMatrix = 80;

/** The matrix of all places, or of those of one province (`within`, a code) only. */
export function matrix(library: Library, level: MatrixLevel = 'place', within?: string): Matrix {
  const found = new Map(library.practices.map(({ id }) => [id, columnsOf(library, id, level, within)]));
  const columns = columnPlaces(library, level, within);
  const most = Math.max(1, ...[...found.values()].flatMap((row) => row.map(({ passages }) => passages)));
  const groups = practicesByGroup(library).map(({ group, practices }) => ({
    group,
    rows: practices
      .filter(({ id }) => (found.get(id)?.length ?? 0) > 0)
      .map((practice) => rowOf(library, practice, found.get(practice.id) ?? [], columns, most)),
  }));
  return {
    places: columns,
    above: headsOf(library, columns, level),
    groups: groups.filter(({ rows }) => rows.length > 0),
    withoutPlace: passagesWithoutPlace(library),
  };
}

interface Column {
  place: Place;
  /** A passage counts once, however many of the column's places it tells of. */
  passages: number;
  spots: PlacedSpot[];
}

/** The columns of a practice at a level, all of them or those in or below a place. */
function columnsOf(library: Library, practice: string, level: MatrixLevel, within: string | undefined): Column[] {
  if (within === undefined) return allColumns[level](library, practice);
  const ofProvince = columnsByProvince[level](library, practice).get(provinceOf(within)) ?? [];
  return ofProvince.filter(({ place: { code } }) => code === within || isBelow(code, within));
}

/** The digits that all codes of a province begin with. */
const provinceOf = (code: string) => code.slice(0, 2);

const columnsAt = (level: MatrixLevel) =>
  perPractice((library, practice): Column[] => {
    const spots = placedSpots(library, practice).map((spot) => ({ spot, place: atLevel(library, spot.place, level) }));
    return [...Map.groupBy(spots, ({ place }) => place.code).values()].flatMap((those) => {
      const [first] = those;
      return first
        ? [
            columnOf(
              first.place,
              those.map(({ spot }) => spot),
            ),
          ]
        : [];
    });
  });

const allColumns: Record<MatrixLevel, ReturnType<typeof columnsAt>> = {
  place: columnsAt('place'),
  city: columnsAt('city'),
  province: columnsAt('province'),
};

/** Each province has a page of its own in a large library, and looks at its own places alone. */
const byProvince = (level: MatrixLevel) =>
  perPractice((library, practice) => Map.groupBy(allColumns[level](library, practice), ({ place }) => provinceOf(place.code)));

const columnsByProvince: Record<MatrixLevel, ReturnType<typeof byProvince>> = {
  place: byProvince('place'),
  city: byProvince('city'),
  province: byProvince('province'),
};

function columnOf(place: Place, spots: PlacedSpot[]): Column {
  const blocks = spots.flatMap(({ evidence }) => evidence.map(({ block }) => block));
  return { place, passages: spots.length > 1 ? new Set(blocks).size : blocks.length, spots };
}

/** All columns of a matrix, in order of codes. */
function columnPlaces(library: Library, level: MatrixLevel, within?: string): Place[] {
  const columns = library.practices.flatMap(({ id }) => columnsOf(library, id, level, within));
  const places = new Map(columns.map(({ place }) => [place.code, place]));
  return [...places.values()].sort((a, b) => compareText(a.code, b.code));
}

/** The city or province of a place; what lies in no city, or is itself above the level, stays what it is. */
function atLevel(library: Library, place: Place, level: MatrixLevel): Place {
  if (level === 'place') return place;
  const above = ancestors(library.gazetteer, place);
  return (level === 'province' ? above[0] : above.find((one) => one.level === 'city')) ?? place;
}

function rowOf(library: Library, practice: Practice, found: readonly Column[], columns: readonly Place[], most: number): MatrixRow {
  const byCode = new Map(found.map((column) => [column.place.code, column]));
  return {
    practice,
    cells: columns.map((place) => {
      const column = byCode.get(place.code);
      return (
        column && {
          place,
          passages: column.passages,
          shade: shadeOf(column.passages, most),
          href: passagesOf(library, practice.id, column),
        }
      );
    }),
  };
}

function passagesOf(library: Library, practice: string, { place, spots }: Column): string {
  const [only] = spots;
  const area = spots.length > 1 ? areasOf(library, practice).get(place.code) : undefined;
  if (area) return urls.practice(practice, pageOfArea(library, practice, place.code), area.anchor);
  return urls.practice(practice, only ? pageOfSpot(library, practice, only.spot.anchor) : 1, only?.spot.anchor);
}

/** Linear up to the fullest cell; a single passage is always the lightest shade. */
function shadeOf(count: number, most: number): number {
  return count <= 1 ? 1 : Math.max(2, Math.ceil((5 * count) / Math.max(most, 5)));
}

/** The city over each run of places, the province over those that lie in none and over cities. */
function headsOf(library: Library, columns: readonly Place[], level: MatrixLevel): Matrix['above'] {
  const heads: Matrix['above'] = [];
  for (const place of columns) {
    const above = level === 'place' && place.level === 'city' ? place : ancestors(library.gazetteer, place).at(-1);
    const name = above?.name ?? place.name;
    const last = heads.at(-1);
    if (last?.name === name) last.columns += 1;
    else heads.push({ name, columns: 1 });
  }
  return heads;
}

const passagesWithoutPlace = perLibrary((library) => {
  const unplaced = library.practices.flatMap(({ id }) => spotsOf(library, id).filter(({ spot }) => !spot.place));
  return new Set(unplaced.flatMap(({ evidence }) => evidence.map(({ block }) => block))).size;
});

/** One page of the matrix and what its link says. */
export interface MatrixPart {
  /** Absent for `matrix.html`. */
  part?: string;
  label: string;
  level: MatrixLevel;
  /** Code of the only province or city that it shows. */
  within?: string;
  /** Code of the province whose page leads to it; absent where every page does. */
  under?: string;
}

/**
 * The pages of the matrix. The first shows the finest level that fits a page; the others are the coarser and finer levels that show
 * something else, and each province alone where all together are too many; of a province with too many places each city.
 */
export const matrixParts = perLibrary((library): MatrixPart[] => {
  const count = (level: MatrixLevel) => columnPlaces(library, level).length;
  const levels: { part: string; label: string; level: MatrixLevel }[] = [
    { part: 'place', label: '按地区', level: 'place' },
    { part: 'city', label: '按市', level: 'city' },
    { part: 'province', label: '按省', level: 'province' },
  ];
  const fitting = levels.find(({ level }) => count(level) <= widestMatrix) ?? levels[2];
  if (!fitting) return [];
  const first: MatrixPart = { label: fitting.label, level: fitting.level };
  const coarser = levels
    .slice(levels.indexOf(fitting) + 1)
    .filter(({ level }, index, all) => count(level) > 1 && count(level) < count(all[index - 1]?.level ?? fitting.level));
  if (fitting.level === 'place') return [first, ...coarser];
  return [first, ...coarser, ...columnPlaces(library, 'province').flatMap((province) => partsOfProvince(library, province))];
});

function partsOfProvince(library: Library, { code, name }: Place): MatrixPart[] {
  if (columnPlaces(library, 'place', code).length <= widestMatrix) return [{ part: code, label: name, level: 'place', within: code }];
  const cities = columnPlaces(library, 'city', code).filter((city) => city.code !== code);
  return [
    { part: code, label: name, level: 'city', within: code },
    ...cities.map((city) => ({ part: city.code, label: city.name, level: 'place' as const, within: city.code, under: code })),
  ];
}

/** The pages that a page of the matrix leads to: those of every page, then the cities of its province where these have their own. */
export function partsBeside(library: Library, { part, under }: MatrixPart): { general: MatrixPart[]; cities: MatrixPart[] } {
  const province = under ?? part;
  const parts = matrixParts(library);
  return {
    general: parts.filter((one) => one.under === undefined),
    cities: parts.filter((one) => one.under !== undefined && one.under === province),
  };
}

/**
 * All that a page of the matrix shows, but for the pages of lists that it leads to. As one text: it has as many cells as a library has
 * passages.
 */
export function matrixShows(library: Library, part: MatrixPart): string {
  const all = [part, matrix(library, part.level, part.within), partsBeside(library, part)];
  return JSON.stringify(all, (name, value: unknown) => (name === 'href' ? undefined : value));
}
