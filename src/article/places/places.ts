/** The places that an article's passages speak of, and the one that it reports on as a whole. */
import type { DraftBlock, PlaceMention } from '../article.ts';
import type { Place } from '../schema.ts';
import { related, weighPlace } from './evidence.ts';
import type { Gazetteer } from './gazetteer.ts';
import { isGuest } from './guests.ts';
import { ambiguousNames, settle, settleUnder } from './resolve.ts';
import { findSightings, type Passage, type Settled } from './sightings.ts';

/** A full name that fits several places, none of which the article settles on. */
export interface AmbiguousNameDoubt {
  kind: 'ambiguous name';
  name: string;
  /** Block where it stands first; absent for the title. */
  block?: string;
  candidates: Place[];
}

/** The title names one place, the body reports on another and never names the first. */
export interface TitleBodyDoubt {
  kind: 'title and body differ';
  title: Place;
  body: Place;
}

/** What an editor should look at; the words of the message are made elsewhere. */
export type PlaceDoubt = AmbiguousNameDoubt | TitleBodyDoubt;

export interface PlaceFinding {
  /** The place that the article as a whole reports on. */
  place?: Place;
  /** Block id to the places that the block names, in reading order; blocks that name none are absent. */
  mentions: Map<string, PlaceMention[]>;
  doubts: PlaceDoubt[];
}

export interface PlacedArticle {
  title: string;
  byline?: string;
  blocks: readonly DraftBlock[];
}

export function findPlaces(article: PlacedArticle, gazetteer: Gazetteer): PlaceFinding {
  const passages = passagesOf(article);
  const sightings = passages.flatMap((passage) => findSightings(passage, gazetteer));
  const { settled, open } = settle(sightings);
  const place = weighPlace(settled, passages, gazetteer)?.place;
  const mentions = place ? settleUnder(place.code, settled, open) : settled;
  return {
    ...(place && { place }),
    mentions: mentionsByBlock(mentions),
    doubts: [...ambiguities(open), ...differences(settled, passages, gazetteer)],
  };
}

function passagesOf({ title, byline, blocks }: PlacedArticle): Passage[] {
  const lead = blocks.find(({ kind, text }) => kind === 'paragraph' && text.length > 0)?.id;
  const part = ({ id, kind }: DraftBlock): Passage['part'] => {
    if (id === lead) return 'lead';
    if (kind === 'heading' || kind === 'caption') return kind;
    return kind === 'image' ? 'caption' : 'body';
  };
  return [
    { id: 'title', part: 'title', text: title },
    ...blocks.map((block): Passage => ({ id: block.id, part: part(block), text: block.text })),
    ...(byline ? [{ id: 'byline', part: 'byline' as const, text: byline }] : []),
  ];
}

function mentionsByBlock(settled: readonly Settled[]): Map<string, PlaceMention[]> {
  const inBlocks = settled.filter(({ absorbed, passage }) => !absorbed && passage.part !== 'title' && passage.part !== 'byline');
  const byBlock = Map.groupBy(inBlocks, ({ passage }) => passage.id);
  return new Map([...byBlock].map(([id, list]) => [id, list.map(({ place, start, end }) => ({ place, start, end }))]));
}

function ambiguities(open: Parameters<typeof ambiguousNames>[0]): PlaceDoubt[] {
  return ambiguousNames(open).map(({ name, block, candidates }) => ({
    kind: 'ambiguous name',
    name,
    ...(block !== 'title' && { block }),
    candidates,
  }));
}

/** How much a body must speak for another place before its title is doubted. */
const outspoken = 6;

function differences(settled: readonly Settled[], passages: readonly Passage[], gazetteer: Gazetteer): PlaceDoubt[] {
  const title = settled.find((seen) => seen.passage.part === 'title' && !seen.absorbed && !isGuest(seen))?.place;
  const inBody = settled.filter(({ passage }) => passage.part !== 'title');
  if (!title || inBody.some(({ place }) => place.path.join().startsWith(title.path.join()))) return [];
  const body = weighPlace(
    inBody,
    passages.filter(({ part }) => part !== 'title'),
    gazetteer,
  );
  const other = body && body.score >= outspoken && !related(body.place.code, title.code, gazetteer);
  return other ? [{ kind: 'title and body differ', title, body: body.place }] : [];
}
