/** Where names of places stand in a text, before it is settled which places they mean. */

import type { Place } from '../schema.ts';
import type { Gazetteer, NamedPlace } from './gazetteer.ts';
import { blankOtherWords, trapOf } from './traps.ts';
import { cautiousFull, neverBare, ordinaryBare, ordinaryFull } from './words.ts';

/** A part of an article that can name places. */
export interface Passage {
  /** Block id; `title` and `byline` for those. */
  id: string;
  part: 'title' | 'byline' | 'lead' | 'heading' | 'body' | 'caption';
  text: string;
}

/**
 * sure: means one place by itself: a full name borne once, a province, a city;
 * context: the article has to settle it: a bare name of a county, a name borne twice, a name that other words run into;
 * chain: an ordinary word, a name only beside its superior: 城区, 平安.
 */
export type Strength = 'sure' | 'context' | 'chain';

export interface Sighting {
  passage: Passage;
  start: number;
  end: number;
  name: string;
  /** The places that it can mean; fewer once a superior stands before it. */
  readings: readonly NamedPlace[];
  strength: Strength;
  /** A bare name that is an ordinary word, a person or a thing too. */
  ordinary: boolean;
  /** Its superior stands directly before it: 福建 in 福建永安. */
  chained: boolean;
  /** It only says where the next name lies. */
  absorbed: boolean;
}

/** A sighting whose place is settled. */
export interface Settled extends Sighting {
  place: Place;
}

export function findSightings(passage: Passage, gazetteer: Gazetteer): Sighting[] {
  const { text } = passage;
  const searched = blankOtherWords(text);
  const isName = (at: number, name: string) => standsAlone(text, at, name) && !trapOf(text, at, name, gazetteer.named(name));
  const found: Sighting[] = [];
  let end = 0;
  for (const { name, start } of gazetteer.namesIn(searched)) {
    if (start < end || !isName(start, name)) continue;
    found.push(sighting(passage, start, name, gazetteer.named(name)));
    end = start + name.length;
  }
  return linkChains(found).filter((seen) => seen.strength !== 'chain' || seen.readings[0]?.form === 'full' || endsClause(seen));
}

const levels: readonly Place['level'][] = ['province', 'city', 'county'];

function sighting(passage: Passage, start: number, name: string, readings: readonly NamedPlace[]): Sighting {
  const ordinary = neverBare.has(name) || ordinaryBare.has(name);
  const plain = strengthOf(name, highest(readings), ordinary);
  const strength = plain === 'chain' && actsAsCounty(passage.text, start, name) ? 'context' : plain;
  return { passage, start, end: start + name.length, name, readings, strength, ordinary, chained: false, absorbed: false };
}

/** 成县县委, 成县店村镇 at the head of a clause: a county, once the article names its superior. */
function actsAsCounty(text: string, start: number, name: string): boolean {
  const heads = start === 0 || /[。，；：“\s]/u.test(text.charAt(start - 1));
  return heads && /^\p{Script=Han}县$/u.test(name) && /^(?:县委|县政府|\p{Script=Han}{1,3}[镇乡])/u.test(text.slice(start + 2, start + 8));
}

/** 吉林 alone is the province, 长沙 the city. */
export function highest(readings: readonly NamedPlace[]): readonly NamedPlace[] {
  const level = levels.find((candidate) => readings.some(({ place }) => place.level === candidate));
  return readings.filter(({ place, form }) => form === 'full' || place.level === level);
}

function strengthOf(name: string, readings: readonly NamedPlace[], ordinary: boolean): Strength {
  const [first, ...others] = readings;
  if (ordinaryFull.has(name) || (neverBare.has(name) && first?.form === 'bare')) return 'chain';
  if (others.length > 0 || cautiousFull.has(name)) return 'context';
  if (first?.form === 'bare' && (ordinary || first.place.level === 'county')) return 'context';
  return 'sure';
}

const wordBefore = /[\p{Script=Han}\w]$/u;
const particleBefore = /[在到赴和与及对从由为的是县市区省州]$/u;
const wordAfterCounty = /^[级域直城区里乡镇市内情]/u;
const wordAfterDistrict = /^[域间块别位]/u;

/** 提高县级 and 和县委 do not name 高县 and 和县, nor 振兴区域 振兴区: short names stand between words. */
function standsAlone(text: string, start: number, name: string): boolean {
  const rest = text.slice(start + name.length, start + name.length + 1);
  if (name.endsWith('区')) return name.length > 3 || !wordAfterDistrict.test(rest);
  if (name.length > 2 || !name.endsWith('县')) return true;
  const head = text.slice(Math.max(0, start - 2), start);
  return (!wordBefore.test(head) || particleBefore.test(head)) && !wordAfterCounty.test(rest);
}

/** 海南东方：, not 四川南部地区. */
function endsClause({ passage, end, chained }: Sighting): boolean {
  return chained && /^(?:$|[：，、。）)\s:“‘]|等|各)/u.test(passage.text.slice(end, end + 1));
}

const chainGap = /^[·•\s]?$/u;

/** 福建省三明市大田县 is one name with its superiors before it. */
function linkChains(found: readonly Sighting[]): Sighting[] {
  const linked: Sighting[] = [];
  for (const seen of found) {
    const superior = linked.at(-1);
    const inside = superior ? readingsWithin(seen, superior) : [];
    if (!superior || inside.length === 0) {
      linked.push(seen);
      continue;
    }
    const above = superior.readings.filter(({ place }) => inside.some(({ within }) => within.includes(place.code)));
    linked[linked.length - 1] = { ...superior, readings: above, absorbed: true };
    linked.push({ ...seen, readings: inside, chained: true });
  }
  return linked;
}

function readingsWithin(seen: Sighting, superior: Sighting): readonly NamedPlace[] {
  if (!chainGap.test(seen.passage.text.slice(superior.end, seen.start))) return [];
  return seen.readings.filter(({ within }) => superior.readings.some(({ place }) => within.includes(place.code)));
}
