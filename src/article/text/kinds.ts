/** What each line of the body is, where its format does not say: heading, caption, row of a table or paragraph, told from the line and its neighbours. */
import { isMarkedCaption, isSceneLine, isSightName, isSingleShortSentence, longestHeading } from './captions.ts';
import { isHeadingLine, isNumberedHeading, isSameNumbering, isStoppedHeading, speakerOf } from './headings.ts';
import { cellsOf, type Line } from './lines.ts';
import { isLeaning, isSeamless, isTerminal, type MarkedLine } from './paragraphs.ts';

type Kind = MarkedLine['kind'];

interface Page {
  lines: readonly Line[];
  usualGap: number;
  /** There are headings without wide gaps around them. */
  closeHeadings: boolean;
  /** Those who speak more than once: an interview. */
  speakers: ReadonlySet<string>;
}

interface KindRule {
  kind: Kind;
  test: (line: Line, at: number, page: Page) => boolean;
}

/** The first rule that holds decides; a line that none knows is a paragraph. */
const rules: readonly KindRule[] = [
  { kind: 'table', test: isRow },
  { kind: 'caption', test: ({ text }) => isMarkedCaption(text) },
  { kind: 'caption', test: isAboveProvider },
  { kind: 'paragraph', test: ({ text }, _, { speakers }) => speakers.has(speakerOf(text) ?? '') },
  { kind: 'paragraph', test: isListItem },
  { kind: 'caption', test: isSight },
  { kind: 'caption', test: isSetApart },
  { kind: 'caption', test: dividesSentence },
  { kind: 'caption', test: (line, at, page) => isSceneLine(line.text) && !continuesCut(line, at, page) },
  { kind: 'paragraph', test: isVerse },
  { kind: 'heading', test: isSaying },
  { kind: 'heading', test: ({ text }) => isHeadingLine(text) },
  { kind: 'heading', test: ({ text }, at, { lines }) => isStoppedHeading(text) && (lines[at + 1]?.text.length ?? 0) > longestHeading },
];

export function markLines(lines: readonly Line[]): MarkedLine[] {
  const usualGap = median(lines.slice(1).map((line) => line.gap));
  const closeHeadings = lines.some((line) => line.gap <= usualGap && isHeadingLine(line.text));
  const page: Page = { lines, usualGap, closeHeadings, speakers: speakersOf(lines) };
  return lines.map((line, at) => ({
    kind: line.mark?.kind ?? rules.find((rule) => rule.test(line, at, page))?.kind ?? 'paragraph',
    lines: [line],
  }));
}

function speakersOf(lines: readonly Line[]): Set<string> {
  const speakers = new Set<string>(['记者', '问', '答', '主持人']);
  const said = new Set<string>();
  for (const who of lines.flatMap(({ text }) => speakerOf(text) ?? [])) (said.has(who) ? speakers : said).add(who);
  return speakers;
}

/** Right below stands who gave the picture: `（图片由大柘镇提供）`. */
function isAboveProvider({ text }: Line, at: number, { lines }: Page): boolean {
  return (
    isSingleShortSentence(text) &&
    (isTerminal(text) || isSceneLine(text)) &&
    /^[（(]?(?:图片|照片|图)(?:由[^。]{2,24}提供|来源[：:])/u.test(lines[at + 1]?.text ?? '')
  );
}

/** Two rows or more with as many cells. */
function isRow(line: Line, at: number, { lines }: Page): boolean {
  const cells = cellsOf(line.text).length;
  return cells >= 2 && [lines[at - 1], lines[at + 1]].some((other) => other !== undefined && cellsOf(other.text).length === cells);
}

/** Numbered lines that follow one another with nothing between are a list, not headings; so are attachments. */
function isListItem({ text }: Line, at: number, { lines }: Page): boolean {
  if (/^附件?\s?[：:\d]/u.test(text)) return true;
  const follows = /^附件?\s?[：:\d]/u.test(lines[at - 1]?.text ?? '');
  if (!isNumberedHeading(text) || !(isHeadingLine(text) || isStoppedHeading(text))) return false;
  return (
    follows ||
    [lines[at - 1], lines[at + 1]].some((other) => other !== undefined && isSameNumbering(text, other.text) && other.text.length <= 50)
  );
}

/** Names what a picture shows, where the article has no other heading: `石斛种植基地`. */
function isSight({ text }: Line, at: number, { lines }: Page): boolean {
  return (
    isSightName(text) &&
    at > 0 &&
    lines.every(({ text: other }, i) => i === at || !isHeadingLine(other) || isSightName(other) || isMarkedCaption(other))
  );
}

/** What no caption begins with: the rest of a sentence. */
const restOfSentence = /^(?:[，。、；：）”]|\d+(?:\.\d+)?(?:%|[余多]?[万亿]?[个名户元家人亩]))/u;
const placeFirst = /^[\p{Script=Han}“”]{2,12}?(?:县|市|区|镇|乡|村|街道|社区)/u;

/** Wider gaps than elsewhere around one short sentence: a picture stood there. */
function isSetApart(line: Line, at: number, page: Page): boolean {
  const { lines, usualGap } = page;
  const after = lines[at + 1];
  const apart =
    line.gap >= 2 && line.gap > usualGap && (!after || after.gap >= usualGap) && !isGapOfCaption(at, page) && !isRestBelowCaption(at, page);
  if (!apart || !isSingleShortSentence(line.text) || restOfSentence.test(line.text)) return false;
  return isTerminal(line.text) || !after || isAfterCut(at, lines) || !isHeadingLine(line.text) || standsAlone(line, after, page);
}

/** The wide gap above belongs to the caption there, and below there is none. */
function isGapOfCaption(at: number, { lines, usualGap }: Page): boolean {
  const [before, after] = [lines[at - 1], lines[at + 1]];
  return (
    before !== undefined && before.gap > usualGap && isSingleShortSentence(before.text) && after !== undefined && after.gap <= usualGap
  );
}

/** Above stands a caption in the middle of a sentence, and here the sentence goes on. */
function isRestBelowCaption(at: number, { lines, usualGap }: Page): boolean {
  const [cut, caption, rest] = [lines[at - 2], lines[at - 1], lines[at]];
  if (!cut || !caption || !rest || caption.gap <= usualGap || !isAfterCut(at - 1, lines)) return false;
  return isSingleShortSentence(caption.text) && isSeamless(cut.text, rest.text);
}

/** It looks like a heading, but names a place and has wide gaps on both sides, which the headings of the article have not. */
function standsAlone(line: Line, after: Line, { usualGap, closeHeadings }: Page): boolean {
  if (after.gap < 2 || after.gap <= usualGap || !placeFirst.test(line.text)) return false;
  return closeHeadings;
}

/** A sentence breaks off above and goes on below: whatever stands between is no part of it. */
function dividesSentence(line: Line, at: number, { lines }: Page): boolean {
  const [before, after] = [lines[at - 1], lines[at + 1]];
  if (!before || !after || !isAfterCut(at, lines) || !isSingleShortSentence(line.text)) return false;
  if (isSeamless(before.text, line.text) || isNumberedHeading(line.text)) return false;
  return isSeamless(before.text, after.text) || (isLeaning(before.text) && isSceneLine(line.text));
}

function isAfterCut(at: number, lines: readonly Line[]): boolean {
  const before = lines[at - 1];
  return before !== undefined && before.text.length > longestHeading && !isTerminal(before.text) && !isHeadingLine(before.text);
}

/** The rest of a sentence that a page break cut, and no scene of its own. */
function continuesCut(line: Line, at: number, { lines, usualGap }: Page): boolean {
  const before = lines[at - 1]?.text ?? '';
  return isAfterCut(at, lines) && line.gap <= usualGap && (!isLeaning(before) || isSeamless(before, line.text));
}

/** Longest saying over a section. */
const longestSaying = 24;

/** `“老汉们不怕死，我们怕啥？”` over the paragraph in which it is said. */
function isSaying({ text }: Line, at: number, { lines }: Page): boolean {
  const words = /^“(?<words>[^“”]{4,})”$/u.exec(text)?.groups?.words;
  return words !== undefined && text.length <= longestSaying && (lines[at + 1]?.text.includes(words.replace(/[。！？]$/u, '')) ?? false);
}

/** A line of verse: its neighbours end in the middle of a sentence. */
function isVerse({ text }: Line, at: number, { lines }: Page): boolean {
  const before = lines[at - 1]?.text ?? '';
  return text.length <= 24 && before.length <= 24 && /[，；]$/u.test(before);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
