/** Which place a name means in its article. */

import type { Place } from '../schema.ts';
import type { NamedPlace } from './gazetteer.ts';
import { highest, type Settled, type Sighting } from './sightings.ts';

export interface AmbiguousName {
  name: string;
  /** Block where it stands first; `title` for the title. */
  block: string;
  candidates: Place[];
}

/** Settles what names mean from the article alone; what the article's place adds comes later (`settleUnder`). */
export function settle(sightings: readonly Sighting[]): { settled: Settled[]; open: Sighting[] } {
  const sure = sightings.flatMap((seen) => withPlace(seen, speaksForItself(seen)));
  const context = new Set(sure.flatMap(({ place, readings }) => [place.code, ...readings.flatMap(({ within }) => within)]));
  const first = settleRest(sightings, sure, (seen) => bySuperior(seen, context, sure) ?? byTitle(seen));
  const anchors = anchorsOf(first.settled);
  return settleRest(sightings, first.settled, (seen) => byAnchor(seen, anchors));
}

/**
 * Bare names of counties that lie in the article's place: 浠水 in an article of 黄冈市. Those that are ordinary words too
 * count in a list beside such a county: 永安、大田、将乐.
 */
export function settleUnder(code: string, settled: readonly Settled[], open: readonly Sighting[]): Settled[] {
  const inside = open.flatMap((seen) => (seen.strength === 'context' ? withPlace(seen, bareWithin(seen, code)) : []));
  const accepted = inside.filter(({ ordinary }) => !ordinary);
  let doubtful = inside.filter(({ ordinary }) => ordinary);
  let anchors: readonly Settled[] = [...settled, ...accepted];
  while (anchors.length > 0) {
    const edges = new Set(anchors.filter(({ readings }) => readings.some(({ within }) => within.includes(code))).flatMap(listEdges));
    const listed = doubtful.filter((seen) => listEdges(seen).some((edge) => edges.has(edge)));
    accepted.push(...listed);
    doubtful = doubtful.filter((seen) => !listed.includes(seen));
    anchors = listed;
  }
  return inOrder([...settled, ...accepted]);
}

function bareWithin({ readings }: Sighting, code: string): NamedPlace | undefined {
  return only(highest(readings).filter(({ within, form }) => form === 'bare' && within.includes(code)));
}

/** The 、 before and after a name: two names share one where they stand next to each other in a list. */
function listEdges({ passage, start, end }: Sighting): string[] {
  return [start - 1, end].filter((at) => passage.text.charAt(at) === '、').map((at) => `${passage.id}:${at}`);
}

/** Full names of several places, of which the article does not say which it means. */
export function ambiguousNames(open: readonly Sighting[]): AmbiguousName[] {
  const names = new Map<string, AmbiguousName>();
  for (const { name, passage, readings, strength } of open) {
    const full = readings.filter(({ form }) => form === 'full');
    if (strength !== 'context' || full.length < 2 || names.has(name)) continue;
    names.set(name, { name, block: passage.id, candidates: full.map(({ place }) => place) });
  }
  return [...names.values()];
}

function settleRest(sightings: readonly Sighting[], done: readonly Settled[], rule: (seen: Sighting) => NamedPlace | undefined) {
  const known = new Map(done.map((seen) => [keyOf(seen), seen]));
  const settled = sightings.flatMap((seen) => known.get(keyOf(seen)) ?? withPlace(seen, rule(seen)));
  const places = new Set(settled.map(keyOf));
  return { settled, open: sightings.filter((seen) => !places.has(keyOf(seen))) };
}

function keyOf({ passage, start }: Sighting): string {
  return `${passage.id}:${start}`;
}

function inOrder(settled: readonly Settled[]): Settled[] {
  const passages = Map.groupBy(settled, ({ passage }) => passage.id);
  return [...passages.values()].flatMap((list) => list.sort((a, b) => a.start - b.start));
}

function withPlace(seen: Sighting, reading: NamedPlace | undefined): Settled[] {
  return reading ? [{ ...seen, place: reading.place }] : [];
}

function only<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}

function speaksForItself(seen: Sighting): NamedPlace | undefined {
  if (seen.chained || seen.absorbed) return only(highest(seen.readings));
  return seen.strength === 'sure' ? only(highest(seen.readings)) : undefined;
}

/** A full name whose superior the article names: its city first, then its province, then the nearest superior before it. */
function bySuperior(seen: Sighting, context: ReadonlySet<string>, sure: readonly Settled[]): NamedPlace | undefined {
  const full = seen.readings.filter(({ form }) => form === 'full');
  if (full.length === 0 || seen.strength === 'chain') return undefined;
  const inCity = full.filter(({ within }) => within[0] !== undefined && context.has(within[0]));
  const inProvince = full.filter(({ within }) => within.some((code) => context.has(code)));
  return (
    only(inCity) ??
    only(inCity.length > 1 ? nearest(seen, inCity, sure) : inProvince) ??
    only(inCity.length > 1 ? [] : todays(full, context))
  );
}

/** A former name of one place that another bears today means today's, unless the former place's superior is named. */
function todays(readings: readonly NamedPlace[], context: ReadonlySet<string>): readonly NamedPlace[] {
  const today = readings.filter(({ former }) => !former);
  const noneNamed = readings.every(({ within }) => !within.some((code) => context.has(code)));
  return today.length < readings.length && noneNamed ? today : [];
}

function nearest(seen: Sighting, candidates: readonly NamedPlace[], sure: readonly Settled[]): readonly NamedPlace[] {
  const before = sure.filter((other) => other.passage.id === seen.passage.id && other.end <= seen.start);
  const owner = before.findLast(({ place }) => candidates.some(({ within }) => within.includes(place.code)));
  return owner ? candidates.filter(({ within }) => within.includes(owner.place.code)) : [];
}

/** What a title goes on with behind the place that acts: 大田推进跨村联建. */
const deedBehind = /^(?:推行|推进|推动|探索|实施|建立|构建|打造|开展|创新|聚焦|深化|坚持|以党建|党建引领|“)/u;

/**
 * A bare name at the head of a title, or of a part of it: 安吉：党建联建促共富; not 马玉山：. One that is an ordinary word too must stand
 * before a colon or a deed (大田：, 大田推进), and so must a full name that is one (和县：).
 */
function byTitle(seen: Sighting): NamedPlace | undefined {
  const { part, text } = seen.passage;
  if (part !== 'title' || (seen.strength === 'chain' && seen.readings[0]?.form === 'bare')) return undefined;
  const beforeColon = /[：:]/u.test(text.charAt(seen.end));
  const heads = seen.start === 0 || (!/\p{Script=Han}/u.test(text.charAt(seen.start - 1)) && beforeColon);
  const isWord = seen.ordinary || seen.strength === 'chain';
  return heads && (!isWord || beforeColon || deedBehind.test(text.slice(seen.end))) ? only(highest(seen.readings)) : undefined;
}

/** Codes of the places that the article names in full or beside their superior. */
function anchorsOf(settled: readonly Settled[]): Set<string> {
  const named = settled.filter(
    ({ place, name, chained, passage }) => chained || passage.part === 'title' || name === place.name || isFull(name, place),
  );
  return new Set(named.map(({ place }) => place.code));
}

function isFull(name: string, place: Place): boolean {
  return name.at(-1) === place.name.at(-1);
}

function byAnchor(seen: Sighting, anchors: ReadonlySet<string>): NamedPlace | undefined {
  const anchored = seen.readings.filter(({ place }) => anchors.has(place.code));
  const bare = anchored.some(({ form }) => form === 'bare');
  return seen.strength === 'chain' && bare ? undefined : only(anchored);
}
