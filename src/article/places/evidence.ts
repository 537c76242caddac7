/** Which place an article as a whole reports on: what is weighed, and how much. */

import type { Place } from '../schema.ts';
import type { Gazetteer } from './gazetteer.ts';
import { isGuest } from './guests.ts';
import { type SelfReferences, selfReferences } from './self.ts';
import type { Passage, Settled } from './sightings.ts';

/** Weight of a place named in a part of the article; once a passage. */
const weights: Record<Passage['part'], number> = { title: 6, byline: 4, lead: 4, heading: 1.5, body: 1, caption: 0.5 };
/** Heads the title, or a part of it after a colon: 大田县：…… */
const headsTitle = 6;
const headOfTitle = 12;
/** Named with its superiors where the article begins: 福建省三明市大田县. */
const introduced = 2;
/** Begins a clause, as the one who acts. */
const acts = 0.5;
/** What a superior gains from a place in it. */
const inherited = 0.25;
/** What a superior gains from each of three or more places in it, none of which dominates. */
const perBranch = 1.2;
const dominates = 0.6;
/** Self-references speak to this much together. */
const mostSelfReferences = 8;
/** Less than this is a mention by the way. */
const least = 3;
/** Below this share of all weight no province of three or more is what an article reports on. */
const provinceShare = 0.6;
/** So often must the one place below be named before its superior gives way. */
const fewMentions = 2;
/** An unrelated place so near the first leaves the matter open. */
const tooClose = 0.8;

export interface WeighedPlace {
  place: Place;
  score: number;
}

/** The place that weighs most; undefined where none stands out. */
export function weighPlace(settled: readonly Settled[], passages: readonly Passage[], gazetteer: Gazetteer): WeighedPlace | undefined {
  const hosts = settled.filter((seen) => !seen.absorbed && !isGuest(seen));
  const references = selfReferences(passages, settled);
  const direct = directWeights(hosts);
  const scores = withSuperiors(direct, hosts, gazetteer);
  addSelfReferences(scores, references, gazetteer);
  const [best, ...others] = [...scores].sort(heavierFirst);
  if (!best || best[1] < least || isScattered(direct, best[0], hosts) || !isSpokenOf(best[0], hosts, references, gazetteer))
    return undefined;
  const rival = others.find(([code]) => !related(code, best[0], gazetteer));
  if (rival && rival[1] >= best[1] * tooClose) return common(best[0], rival[0], scores, gazetteer);
  return weighed(descend(best[0], hosts, references, gazetteer), best[1], gazetteer);
}

/** One place lies in the other, or they are one. */
export function related(a: string, b: string, gazetteer: Gazetteer): boolean {
  return line(a, gazetteer).includes(b) || line(b, gazetteer).includes(a);
}

type Weight = readonly [code: string, weight: number];

function heavierFirst([a, x]: Weight, [b, y]: Weight): number {
  return y - x || (a < b ? -1 : 1);
}

function weighed(code: string | undefined, score: number, gazetteer: Gazetteer): WeighedPlace | undefined {
  const place = code === undefined ? undefined : gazetteer.byCode(code);
  return place && { place, score };
}

/** The place and its superiors, from itself upwards. */
function line(code: string, gazetteer: Gazetteer): string[] {
  const parent = gazetteer.parent(code);
  return parent ? [code, ...line(parent.code, gazetteer)] : [code];
}

function sum(weightsOf: Iterable<number>): number {
  return [...weightsOf].reduce((total, weight) => total + weight, 0);
}

function directWeights(hosts: readonly Settled[]): Map<string, number> {
  const byPlace = new Map<string, Map<string, number>>();
  for (const seen of hosts) {
    const byPassage = byPlace.get(seen.place.code) ?? new Map<string, number>();
    byPassage.set(seen.passage.id, Math.max(byPassage.get(seen.passage.id) ?? 0, weightOf(seen)));
    byPlace.set(seen.place.code, byPassage);
  }
  return new Map([...byPlace].map(([code, byPassage]) => [code, sum(byPassage.values())]));
}

function weightOf({ passage: { part, text }, start, chained }: Settled): number {
  const head = text.slice(Math.max(0, start - headOfTitle), start);
  const heads = part === 'title' && (start < headOfTitle || head.includes('：'));
  const begins = start === 0 || /[。；，、：“]$/u.test(head);
  return weights[part] + (heads ? headsTitle : 0) + (part === 'lead' && chained ? introduced : 0) + (begins ? acts : 0);
}

/** Superiors inherit a part of each weight; one of many places below of which none dominates gains for each. */
function withSuperiors(direct: ReadonlyMap<string, number>, hosts: readonly Settled[], gazetteer: Gazetteer): Map<string, number> {
  const scores = new Map(direct);
  const inBody = new Set(hosts.filter(({ passage }) => passage.part !== 'title').map(({ place }) => place.code));
  const below = new Map<string, Map<string, number>>();
  for (const [code, weight] of direct) {
    const [, ...superiors] = line(code, gazetteer);
    let branch = code;
    for (const superior of superiors) {
      add(scores, superior, weight * inherited);
      const branches = below.get(superior) ?? new Map<string, number>();
      if (inBody.has(code)) below.set(superior, add(branches, branch, weight));
      branch = superior;
    }
  }
  for (const [superior, branches] of below) {
    const even = branches.size >= 3 && Math.max(...branches.values()) < sum(branches.values()) * dominates;
    if (even) add(scores, superior, branches.size * perBranch);
  }
  return scores;
}

function add(scores: Map<string, number>, code: string, weight: number): Map<string, number> {
  return scores.set(code, (scores.get(code) ?? 0) + weight);
}

const kinds = ['省', '市', '区', '县', '州', '旗', '盟'];

/** Self-references speak for the place of that kind that weighs most. */
function addSelfReferences(scores: Map<string, number>, references: SelfReferences, gazetteer: Gazetteer): void {
  for (const kind of kinds) {
    const nameOf = (code: string) => gazetteer.byCode(code)?.name ?? '';
    const [first] = [...scores].filter(([code]) => nameOf(code).endsWith(kind)).sort(heavierFirst);
    if (first) add(scores, first[0], Math.min(references(nameOf(first[0])), mostSelfReferences));
  }
}

/** Named beside the article's text alone is where its writer works: （作者单位：中共河南省委党校）. */
function isSpokenOf(code: string, hosts: readonly Settled[], references: SelfReferences, gazetteer: Gazetteer): boolean {
  const named = hosts.some(({ passage, place }) => passage.part !== 'byline' && related(place.code, code, gazetteer));
  return named || references(gazetteer.byCode(code)?.name ?? '') > 0;
}

/** Examples from all over the country are of no one place, unless the title names it. */
function isScattered(direct: ReadonlyMap<string, number>, best: string, hosts: readonly Settled[]): boolean {
  const shares = new Map<string, number>();
  for (const [code, weight] of direct) add(shares, code.slice(0, 2), weight);
  const province = best.slice(0, 2);
  const titled = hosts.some(({ passage, place }) => passage.part === 'title' && place.code.startsWith(province));
  return !titled && shares.size >= 3 && (shares.get(province) ?? 0) < sum(shares.values()) * provinceShare;
}

/** Two places weigh alike: the one that holds both, if the article speaks of it enough. */
function common(a: string, b: string, scores: ReadonlyMap<string, number>, gazetteer: Gazetteer): WeighedPlace | undefined {
  const shared = line(a, gazetteer).find((code) => line(b, gazetteer).includes(code));
  const score = shared === undefined ? 0 : (scores.get(shared) ?? 0);
  return score >= least ? weighed(shared, score, gazetteer) : undefined;
}

/** 成都战旗村 in the title, 郫都区 in the body: a superior that only says where the place lies gives way to it. */
function descend(code: string, hosts: readonly Settled[], references: SelfReferences, gazetteer: Gazetteer): string {
  const inBody = hosts.filter(({ passage }) => passage.part !== 'title');
  const below = inBody.filter(({ place }) => place.code !== code && line(place.code, gazetteer).includes(code));
  const branches = new Set(below.map(({ place }) => line(place.code, gazetteer).find((step) => gazetteer.parent(step)?.code === code)));
  const [branch] = branches;
  if (!branch || branches.size !== 1) return code;
  const own = inBody.filter(({ place }) => place.code === code).length;
  const spokenOf = own > 0 || references(gazetteer.byCode(code)?.name ?? '') > 0;
  const gives = below.length >= fewMentions ? !spokenOf : false;
  return gives || isIntroduced(code, branch, hosts, own) ? descend(branch, hosts, references, gazetteer) : code;
}

/**
 * 湘西土家族苗族自治州花垣县双龙镇 where the article begins, and no other county in it: what it reports on lies there, although the
 * title says 湘西十八洞村. Not so where the title has the superior act, or the body speaks of it more than by the way.
 */
function isIntroduced(code: string, branch: string, hosts: readonly Settled[], own: number): boolean {
  const introduces = ({ passage, place, chained }: Settled) => passage.part === 'lead' && place.code === branch && chained;
  const acts = ({ passage: { part, text }, place, end }: Settled) =>
    part === 'title' && place.code === code && !/^\p{Script=Han}{2,6}(?:村|社区|镇|乡|街道)/u.test(text.slice(end));
  return own < fewMentions && hosts.some(introduces) && !hosts.some(acts);
}
