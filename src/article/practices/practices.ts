import type { DraftBlock, PassageTag } from '../article.ts';
import type { Practice } from '../knowledge.ts';
import type { CasePractice } from '../schema.ts';
import { sentenceAround, shareLeft } from './discounts.ts';
import { type FoldedText, foldText, printedWords } from './fold.ts';
import { type CompiledPractices, compilePractices, type Firing, findFirings } from './signals.ts';

export { type CompiledPractices, compilePractices, type SignalProblem, signalProblems } from './signals.ts';

/** Scores are sums of weights such as 0.25; the slack takes up what binary fractions lose. */
const slack = 1e-9;
const tagScore = 1;
const nearMissScore = 0.5;
/** What a heading that names a practice, or an article that is about it, adds to a passage with some evidence of its own. */
const contextShare = 0.5;
/** An article is about a practice that this many of its passages show, and this share of them. */
const theme = { passages: 3, share: 0.3 };
/** Longest run-in heading, in characters: `跨村联建聚力。` */
const longestRunIn = 26;
/** The beginning of a passage, in characters, that says what it is about; the problem that it answers is passed over. */
const openingLength = 40;
const problemFirst = /^(?:针对|面对|围绕|着眼|聚焦)[^。；]{0,80}?(?:问题|难题|短板|痛点|实际)，/u;
/** A practice with this score that leads its passage, or comes this close to the one that does, is what the passage is about. */
const leading = { score: 1.5, distance: 0.5 };

const reaches = (score: number, least: number) => score >= least - slack;

/** What the signals say of an article, before an editor corrects it. */
export interface Tagged {
  /** In reading order, then the taxonomy's. */
  tags: PassageTag[];
  nearMisses: PassageTag[];
}

/** Which passages show which practices, with the words that decided. No practice has a part in the tags of another. */
export function tagPassages(blocks: readonly DraftBlock[], practices: readonly Practice[] | CompiledPractices): Tagged {
  const compiled = 'signals' in practices ? practices : compilePractices(practices);
  const places = passagesWithHeadings(blocks);
  const aboveAll = new Map<DraftBlock, Map<string, Evidence>>();
  const scored = places.flatMap((place) => weighPassage(place, compiled, aboveAll));
  const themes = themesOf(scored, places.length);
  const settled = scored.map(({ tag, inContext }) => (themes.has(tag.practice) ? { ...tag, score: inContext } : tag));
  return {
    tags: settled.filter(({ score }) => reaches(score, tagScore)),
    nearMisses: settled.filter(({ score }) => reaches(score, nearMissScore) && !reaches(score, tagScore)),
  };
}

/** The practices of a case: those it is about first, then by number of passages, then by id. */
export function casePractices(tags: readonly PassageTag[], blocks: readonly DraftBlock[]): CasePractice[] {
  const byPractice = Map.groupBy(tags, (tag) => tag.practice);
  const topScores = new Map(
    [...Map.groupBy(tags, (tag) => tag.block)].map(([block, own]) => [block, Math.max(...own.map((tag) => tag.score))]),
  );
  const places = new Map(passagesWithHeadings(blocks).map((place) => [place.passage.id, place]));
  return [...byPractice]
    .map(([id, own]) => ({
      id,
      primary: own.length > 1 || own.some((tag) => isAbout(tag, places.get(tag.block), topScores.get(tag.block) ?? 0)),
      passages: own.map(({ block, words }) => ({ block, words })),
    }))
    .sort((a, b) => Number(b.primary) - Number(a.primary) || b.passages.length - a.passages.length || (a.id < b.id ? -1 : 1));
}

interface PassagePlace {
  passage: DraftBlock;
  /** The headings over it, the outermost first. */
  headings: DraftBlock[];
  /** Whether it is the only passage under the innermost heading. */
  alone: boolean;
}

const isPassage = ({ kind }: DraftBlock) => kind === 'paragraph' || kind === 'list' || kind === 'table';

function passagesWithHeadings(blocks: readonly DraftBlock[]): PassagePlace[] {
  const places: PassagePlace[] = [];
  let headings: DraftBlock[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') headings = [...headings.filter(({ level }) => (level ?? 2) < (block.level ?? 2)), block];
    else if (isPassage(block)) places.push({ passage: block, headings, alone: false });
  }
  const sizes = Map.groupBy(places, (place) => place.headings.at(-1));
  return places.map((place) => ({ ...place, alone: place.headings.length > 0 && sizes.get(place.headings.at(-1))?.length === 1 }));
}

interface ScoredTag {
  tag: PassageTag;
  /** The score where the article as a whole is about the practice. */
  inContext: number;
}

/** `known`: what the headings that stood over earlier passages show. */
function weighPassage(
  { passage, headings, alone }: PassagePlace,
  compiled: CompiledPractices,
  known: Map<DraftBlock, Map<string, Evidence>>,
): ScoredTag[] {
  const folded = foldText(passage.text);
  const own = weigh(folded, compiled);
  const opening = weigh(foldText(runInHeading(passage.text)), compiled);
  const above = headings.map((heading) => {
    const found = known.get(heading) ?? weigh(foldText(heading.text), compiled);
    known.set(heading, found);
    return found;
  });
  const shows = (practice: string) => own.has(practice) || (alone && above.at(-1)?.has(practice));
  return compiled.ids.filter(shows).flatMap((practice) => {
    const { score, firm, words } = own.get(practice) ?? { score: 0, firm: 0, words: [] };
    const announced = alone && reaches(above.at(-1)?.get(practice)?.score ?? 0, tagScore);
    if (words.length === 0 && !announced) return [];
    const named = Math.max(0, ...[opening, ...above].map((found) => Math.min(1, found.get(practice)?.score ?? 0)));
    const helped = reaches(firm, nearMissScore);
    const context = announced ? named : helped ? named * contextShare : 0;
    const shown = words.length > 0 ? words : [firstClause(passage.text)];
    return [
      {
        tag: { block: passage.id, practice, words: shown, score: rounded(score + context) },
        inContext: rounded(score + Math.max(context, helped ? contextShare : 0)),
      },
    ];
  });
}

/** The practices that the article as a whole is about. */
function themesOf(scored: readonly ScoredTag[], passages: number): Set<string> {
  const shown = scored.filter(({ tag }) => reaches(tag.score, tagScore));
  return new Set(
    [...Map.groupBy(shown, ({ tag }) => tag.practice)]
      .filter(([, own]) => own.length >= theme.passages && own.length >= theme.share * passages)
      .map(([practice]) => practice),
  );
}

interface Evidence {
  score: number;
  /** The part of the score that rests on words which no discount touched. */
  firm: number;
  words: string[];
}

/** Each signal counts once, where it stands best. */
function weigh(folded: FoldedText, compiled: CompiledPractices): Map<string, Evidence> {
  if (folded.text === '') return new Map();
  const bestShare = new Map<Firing['signal'], number>();
  const counted: [Firing, number][] = [];
  for (const firing of findFirings(folded, compiled)) {
    const share = shareOf(firing, folded);
    if (share === 0) continue;
    counted.push([firing, share]);
    bestShare.set(firing.signal, Math.max(share, bestShare.get(firing.signal) ?? 0));
  }
  const found = new Map<string, Evidence>();
  for (const [signal, share] of bestShare) {
    const evidence = found.get(signal.practice) ?? { score: 0, firm: 0, words: [] };
    evidence.score += signal.weight * share;
    if (share === 1) evidence.firm += signal.weight;
    found.set(signal.practice, evidence);
  }
  const deciding = counted.filter(([{ signal }, share]) => signal.weight > 0 && share === bestShare.get(signal)).map(([firing]) => firing);
  for (const [practice, firings] of Map.groupBy(deciding, ({ signal }) => signal.practice)) {
    const evidence = found.get(practice);
    if (evidence) evidence.words = decidingWords(withoutIdlePairs(firings, bestShare), folded);
  }
  return found;
}

/** Leaves out the long stretches of pairs where exact words reach the score by themselves. */
function withoutIdlePairs(firings: readonly Firing[], shares: ReadonlyMap<Firing['signal'], number>): readonly Firing[] {
  const exact = firings.filter(({ signal }) => !signal.pair);
  const signals = [...new Set(exact.map(({ signal }) => signal))];
  const score = signals.reduce((sum, signal) => sum + signal.weight * (shares.get(signal) ?? 0), 0);
  return reaches(score, tagScore) ? exact : firings;
}

function shareOf(firing: Firing, folded: FoldedText): number {
  const { unless, weight } = firing.signal;
  if (unless.length) {
    const sentence = sentenceAround(firing, folded);
    if (unless.some((words) => sentence.includes(words))) return 0;
  }
  return weight < 0 ? 1 : shareLeft(firing, folded);
}

/** In reading order, as printed; words inside longer words and repeated words are named once. */
function decidingWords(firings: readonly Firing[], folded: FoldedText): string[] {
  const longestFirst = [...firings].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Firing[] = [];
  for (const firing of longestFirst) {
    if (!kept.some(({ start, end }) => start <= firing.start && firing.end <= end)) kept.push(firing);
  }
  const words = kept.sort((a, b) => a.start - b.start).map(({ start, end }) => printedWords(folded, start, end));
  return [...new Set(words)];
}

/** A short first sentence that stands for a heading; empty where the passage has none. */
function runInHeading(text: string): string {
  const sentence = /^[^。！？；：\d]{2,40}?(?:[。：]|——)/u.exec(text)?.[0] ?? '';
  return sentence.length <= longestRunIn && text.length >= 2 * sentence.length ? sentence : '';
}

const firstClause = (text: string) => /^[^，。；：！？,;:]+/u.exec(text)?.[0] ?? text;

function isAbout(tag: PassageTag, place: PassagePlace | undefined, topScore: number): boolean {
  if (!place) return false;
  const opening = /^[^。！？；]*/u.exec(place.passage.text.replace(problemFirst, ''))?.[0].slice(0, openingLength) ?? '';
  const named = [opening, ...place.headings.map((heading) => heading.text)];
  return (
    tag.words.some((words) => named.some((text) => text.includes(words))) ||
    (tag.score >= leading.score && tag.score >= topScore - leading.distance)
  );
}

const rounded = (score: number) => Math.round(score * 100) / 100;
