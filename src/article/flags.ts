/** What an editor should look at in an article. Flags never stop a build. */
import type { Byline, DraftBlock } from './article.ts';
import { type Problem, problem } from './catalogue.ts';
import type { Correction } from './correction.ts';
import { isOpening, numberFlags, personFlags, traditionalFlags } from './doubts.ts';
import type { Watchword } from './knowledge.ts';
import type { PictureRefusal } from './pictures/picture.ts';
import type { PlaceDoubt } from './places/places.ts';
import type { Place } from './schema.ts';
import { leftReferences } from './text/entities.ts';
import type { JoinDoubt } from './text/paragraphs.ts';
import { isColumnName } from './text/title.ts';

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
    ...looked.doubts.slice(0, mostDoubts).flatMap((doubt) => joinFlags(doubt, blocks)),
    ...blocks.flatMap(quoteFlags),
    ...numberFlags(blocks),
    ...blocks.flatMap(personFlags),
    ...traditionalFlags(blocks),
    ...(looked.notice ? [problem('rightsNotice', { notice: shorten(looked.notice, 60) })] : []),
    ...looked.placeDoubts.flatMap(placeFlags),
    ...(looked.garbled > 0 ? [problem('garbledText', { count: looked.garbled })] : []),
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

function joinFlags(doubt: JoinDoubt, blocks: readonly DraftBlock[]): Problem[] {
  const block = blocks.find(({ spans }) => spans.some(([start, end]) => doubt.at >= start && doubt.at < end))?.id;
  if (!doubt.joined) return [problem('openParagraph', { before: doubt.before }, { block })];
  const stray = doubt.before.slice(-6);
  const twice = blocks.reduce((sum, { text }) => sum + text.split(stray).length - 1, 0) > 1;
  return [
    problem('doubtfulJoin', { before: doubt.before, after: doubt.after }, { block }),
    ...(twice ? [problem('strayWords', { words: doubt.before }, { block })] : []),
  ];
}

function quoteFlags({ id, text }: DraftBlock): Problem[] {
  let open = 0;
  for (const match of text.matchAll(/[“”]/gu)) {
    open += match[0] === '“' ? 1 : -1;
    if (open < 0 || open > 1)
      return [problem('unbalancedQuotes', { words: text.slice(Math.max(0, match.index - 12), match.index + 8) }, { block: id })];
  }
  return open === 0 ? [] : [problem('unbalancedQuotes', { words: text.slice(text.lastIndexOf('“')).slice(0, 20) }, { block: id })];
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
