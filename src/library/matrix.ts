import type { Group, Practice } from '../article/knowledge.ts';
import type { Place } from '../article/schema.ts';
import { placedSpots, spotsOf } from './evidence.ts';
import type { Library } from './library.ts';
import { compareText } from './order.ts';
import { practicesByGroup } from './practices.ts';

/** Passages that show a practice in a place. */
export interface Cell {
  place: Place;
  passages: number;
  /** 1 to 5: how dark the cell is; 5 is the fullest of the matrix. */
  shade: number;
}

export interface MatrixRow {
  practice: Practice;
  /** One for each of the matrix's places, in their order; none where nothing was found. */
  cells: (Cell | undefined)[];
}

/** Practices by places, only those with something to show. */
export interface Matrix {
  places: Place[];
  groups: { group: Group; rows: MatrixRow[] }[];
  /** Passages of cases that name no place: on the practices' pages, not here. */
  withoutPlace: number;
}

export function matrix(library: Library): Matrix {
  const places = new Map(library.practices.flatMap(({ id }) => placedSpots(library, id).map(({ place }) => [place.code, place])));
  const columns = [...places.values()].sort((a, b) => compareText(a.code, b.code));
  const most = Math.max(1, ...library.practices.flatMap(({ id }) => placedSpots(library, id).map(({ evidence }) => evidence.length)));
  const groups = practicesByGroup(library).map(({ group, practices }) => ({
    group,
    rows: practices.map((practice) => rowOf(library, practice, columns, most)).filter(({ cells }) => cells.some(Boolean)),
  }));
  const unplaced = library.practices.flatMap(({ id }) => spotsOf(library, id).filter(({ spot }) => !spot.place));
  return {
    places: columns,
    groups: groups.filter(({ rows }) => rows.length > 0),
    withoutPlace: new Set(unplaced.flatMap(({ evidence }) => evidence.map(({ entry, block }) => `${entry.id}#${block.id}`))).size,
  };
}

function rowOf(library: Library, practice: Practice, columns: readonly Place[], most: number): MatrixRow {
  const passages = new Map(placedSpots(library, practice.id).map(({ place, evidence }) => [place.code, evidence.length]));
  return {
    practice,
    cells: columns.map((place) => {
      const count = passages.get(place.code);
      return count === undefined ? undefined : { place, passages: count, shade: shadeOf(count, most) };
    }),
  };
}

/** Linear up to the fullest cell; a single passage is always the lightest shade. */
function shadeOf(count: number, most: number): number {
  return count <= 1 ? 1 : Math.max(2, Math.ceil((5 * count) / Math.max(most, 5)));
}
