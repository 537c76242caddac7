/** What an editor should look at in an article. Flags never stop a build. */
import type { Byline, DraftBlock } from './article.ts';
import { type Problem, problem } from './catalogue.ts';
import type { Correction } from './correction.ts';
import { numberFlags } from './doubts/numbers.ts';
import { personFlags } from './doubts/persons.ts';
import { quoteFlags } from './doubts/quotes.ts';
import { isStray, repeatFlags } from './doubts/repeats.ts';
import { garbledFlags, lostFlags, traditionalFlags } from './doubts/signs.ts';
import type { Watchword } from './knowledge.ts';
import type { PictureRefusal } from './pictures/picture.ts';
import type { PlaceDoubt } from './places/places.ts';
import type { Place } from './schema.ts';
import { isColumnName } from './text/columns.ts';
import { leftReferences } from './text/entities.ts';
import type { JoinDoubt } from './text/paragraphs.ts';

export interface Looked {
  title: { found: string; shown: string };
  byline: Byline;
  blocks: readonly DraftBlock[];
  doubts: readonly JoinDoubt[];
  place?: Place | undefined;
  placeDoubts: readonly PlaceDoubt[];
  notice?: string | undefined;
  /** Characters that the encoding could not give. */
  garbled: number;
  watchwords: readonly Watchword[];
  /** The entry stands for its address alone, and there is none. */
  linkless: boolean;
  /** How many pictures are published with the article. */
  pictures: number;
  picturesLeftOut: readonly PictureRefusal[];
}

/** A page with more doubtful joins than an editor can look at is told by the first ones. */
const mostDoubts = 40;

export function findFlags(looked: Looked, correction: Correction): Problem[] {
  const { byline, blocks } = looked;
  return [
    ...titleFlags(looked.title, blocks, correction),
    ...(byline.date || correction.date ? [] : [problem('noDate')]),
    ...(byline.name || correction.source?.name ? [] : [problem('noSource')]),
    ...(looked.place || correction.place ? [] : [problem('noPlace')]),
    ...mostTelling(looked.doubts).flatMap((doubt) => joinFlags(doubt, blocks)),
    ...quoteFlags(blocks),
    ...repeatFlags(blocks),
    ...numberFlags(blocks),
    ...blocks.flatMap(personFlags),
    ...traditionalFlags(blocks),
    ...(looked.notice ? [problem('rightsNotice', { notice: shorten(looked.notice, 60) })] : []),
    ...(looked.linkless ? [problem('linkWithoutAddress')] : []),
    ...looked.placeDoubts.flatMap(placeFlags),
    ...lostFlags(blocks, looked.garbled),
    ...garbledFlags(blocks),
    ...blocks.flatMap((block) => watchwordFlags(block, looked.watchwords)),
    ...referenceFlags([looked.title.shown, ...blocks.map(({ text }) => text)]),
    ...pictureFlags(looked.picturesLeftOut),
    ...(looked.pictures > 0 && correction.redact.length > 0 ? [problem('picturesNotRedacted', { count: looked.pictures })] : []),
  ];
}

const mostReferences = 6;

function referenceFlags(texts: readonly string[]): Problem[] {
  const { count, meanings } = leftReferences(texts);
  const examples = [...meanings].slice(0, mostReferences).map(([words, meaning]) => `${words} 应是 ${meaning}`);
  return count === 0 ? [] : [problem('leftReferences', { count, examples: examples.join('，') })];
}

/** Why a picture is not taken over, in words for the editor, in the order in which they are told. */
const refusals: Readonly<Record<PictureRefusal, string>> = {
  elsewhere: '只有地址，图片不在文件里',
  otherFormat: '不是 PNG、JPEG、GIF、WebP 格式',
  broken: '已损坏或不完整',
  tooLarge: '太大（每张不超过 8 MB、4000 万像素，每篇合计不超过 60 MB）',
  tooSmall: '太小，多半是图标',
  outside: '在正文以外',
  chart: '是 Word 图表或智能图形',
};

function pictureFlags(leftOut: readonly PictureRefusal[]): Problem[] {
  if (leftOut.length === 0) return [];
  const told = Object.entries(refusals).flatMap(([refusal, words]) => {
    const count = leftOut.filter((each) => each === refusal).length;
    return count > 0 ? [`${count} 张${words}`] : [];
  });
  return [problem('picturesLeftOut', { count: leftOut.length, reasons: told.join('；') })];
}

function titleFlags({ found, shown }: Looked['title'], blocks: readonly DraftBlock[], correction: Correction): Problem[] {
  if (correction.title) return [];
  if (found === '') return [problem('noTitle', { shown })];
  if (isOpening(found, blocks)) return [problem('titleOpensBody', { title: found })];
  return found.length <= 5 || isColumnName(found) ? [problem('shortTitle', { title: found })] : [];
}

/** The uncertain seams before the certain ones, where there are too many. */
function mostTelling(doubts: readonly JoinDoubt[]): JoinDoubt[] {
  return [false, true].flatMap((certain) => doubts.filter((doubt) => doubt.certain === certain).slice(0, mostDoubts));
}

function joinFlags({ at, before, after, joined, certain }: JoinDoubt, blocks: readonly DraftBlock[]): Problem[] {
  const block = blocks.find(({ spans }) => spans.some(([start, end]) => at >= start && at < end))?.id;
  if (!joined) return [problem('openParagraph', { before }, { block })];
  return [
    ...(certain ? [] : [problem('doubtfulJoin', { before, after }, { block })]),
    ...(isStray(before, after, blocks) ? [problem('strayWords', { words: before }, { block })] : []),
  ];
}

/** The title is nothing but the opening of the body: probably none. */
function isOpening(title: string, blocks: readonly Pick<DraftBlock, 'kind' | 'text'>[]): boolean {
  const opening = blocks.find(({ kind }) => kind === 'paragraph')?.text ?? '';
  return title.length >= 4 && bare(opening).startsWith(bare(title));
}

function bare(text: string): string {
  return text.replace(/[\s\p{P}]/gu, '');
}

function watchwordFlags({ id, text }: DraftBlock, watchwords: readonly Watchword[]): Problem[] {
  return watchwords
    .filter(({ word }) => text.includes(word))
    .map(({ word, reason, suggestion }) =>
      problem('watchword', { word, reason, advice: suggestion ? `，建议写“${suggestion}”` : '' }, { block: id }),
    );
}

function placeFlags(doubt: PlaceDoubt): Problem[] {
  if (doubt.kind === 'title and body differ')
    return [problem('placesDiffer', { title: doubt.title.path.join(''), body: doubt.body.path.join('') })];
  return [
    problem(
      'ambiguousPlace',
      { name: doubt.name, candidates: doubt.candidates.map((place) => place.path.join('')).join('或') },
      { block: doubt.block },
    ),
  ];
}

function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}……` : text;
}
