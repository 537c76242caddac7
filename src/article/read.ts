/** One source file to one typed case. Pure: bytes and knowledge in, a reading out; nothing is thrown for what a file holds. */
import { createHash } from 'node:crypto';
import { type Annotated, annotate, type Knowledge } from './annotate.ts';
import type { DraftBlock, RemovedLine, Span, Tagging } from './article.ts';
import { idOfName } from './case-id.ts';
import { type Problem, problem } from './catalogue.ts';
import { correctBlocks } from './correct.ts';
import { type Correction, correctionSchema } from './correction.ts';
import { findFlags } from './flags.ts';
import { type Opened, openText } from './formats/open.ts';
import type { Manuscript } from './manuscript.ts';
import type { Picture } from './pictures/picture.ts';
import { addressOf, placePictures } from './pictures/place.ts';
import { casePractices } from './practices/practices.ts';
import { redaction } from './redaction.ts';
import { type Case, type CaseDate, caseSchema } from './schema.ts';
import { clean } from './text/clean.ts';
import { readIsoDate } from './text/dates.ts';
import { withoutMarks } from './text/entities.ts';
import { foldSpace } from './text/punctuation.ts';
import { type Structured, structure } from './text/structure.ts';
import { withoutSite } from './text/title.ts';
import { latestPastYear } from './text/years.ts';

/** A file of seeds/ as received. */
export interface Source {
  /** `seeds/<name>` */
  file: string;
  bytes: Uint8Array;
}

export interface Reading {
  file: string;
  /** Undefined where the file gives no case. */
  case?: Case;
  /** Why the case has its practices; given with it. */
  tagging?: Tagging;
  /** The pictures that its blocks show, each once; given with the case. */
  pictures?: Picture[];
  /** What is wrong with the source itself. */
  errors: Problem[];
  /** What is wrong with its correction. */
  correctionErrors: Problem[];
  flags: Problem[];
  accepted: Problem[];
  removed: RemovedLine[];
  spans: { piece: string; span: Span }[];
}

const noCorrection: Correction = correctionSchema.parse({});

/** Reads a text file. Files of other formats are opened first: `openSource`, then `readOpened`. */
export function readCase(source: Source, knowledge: Knowledge, correction: Correction = noCorrection): Reading {
  return readOpened(source, openText(source.bytes), knowledge, correction);
}

export function readOpened(source: Source, opened: Opened, knowledge: Knowledge, correction: Correction = noCorrection): Reading {
  const { manuscript } = opened;
  if (!manuscript) return failed(source, opened.errors);
  const cleaned = clean(manuscript);
  const structured = withStated(structure(cleaned.lines, manuscript.text, manuscript.stated.title), manuscript);
  const placed = placePictures(structured.blocks, manuscript.pictures, cleaned.removed);
  const corrected = correctBlocks(placed.blocks, correction, manuscript.text);
  const { blocks } = corrected;
  const texts = blocks.filter(({ kind }) => kind !== 'image');
  const title = correction.title ?? (structured.title.text || openingWords(blocks) || baseName(source.file));
  const date = caseDate(structured, correction);
  const annotated = annotate(
    { title, byline: structured.byline.byline, year: date?.value.slice(0, 4), blocks: texts },
    knowledge,
    correction,
  );
  const taken = corrected.removed.flatMap(({ block, reason }) =>
    block.spans.map((span) => ({ text: manuscript.text.slice(...span), reason, span })),
  );
  const reading: Reading = {
    file: source.file,
    errors: [...(correction.release ? [] : opened.withheld), ...(texts.length === 0 ? [problem('noText')] : [])],
    correctionErrors: [...placeErrors(correction, knowledge), ...corrected.errors, ...annotated.errors],
    ...sortFlags(
      [
        ...annotated.staleChanges,
        ...findFlags(
          {
            title: { found: structured.title.text, shown: title },
            byline: structured.byline,
            blocks: placed.blocks,
            doubts: structured.doubts,
            place: annotated.place,
            placeDoubts: annotated.placeDoubts,
            notice: cleaned.notice,
            garbled: manuscript.garbled,
            pictures: blocks.length - texts.length,
            picturesLeftOut: [...manuscript.picturesLeftOut, ...placed.leftOut],
            watchwords: knowledge.watchwords,
            linkless: rights(cleaned.notice, knowledge, correction).publish === 'link' && !caseSource(structured, correction).url,
          },
          correction,
        ),
      ],
      correction,
    ),
    ...apartFromMarks([...cleaned.removed, ...structured.removed, ...taken], pieceSpans(structured, blocks), manuscript),
  };
  if (reading.errors.length + reading.correctionErrors.length > 0) return reading;
  return {
    ...reading,
    tagging: { tags: annotated.tags, nearMisses: annotated.nearMisses },
    pictures: picturesOf(blocks, manuscript),
    case: caseSchema.parse({
      ...identity(source, correction),
      title,
      ...(annotated.place ? { place: annotated.place } : {}),
      ...dated(date, texts),
      source: caseSource(structured, correction),
      rights: rights(cleaned.notice, knowledge, correction),
      review: correction.review ? { state: 'reviewed', ...correction.review } : { state: 'machine' },
      practices: casePractices(annotated.tags, blocks),
      ...annotated.claims,
      blocks: blocks.map(({ spans: _, ...block }) => ({ ...block, ...shownBy(block, annotated) })),
      corrections: corrected.notes,
    } satisfies Case),
  };
}

function picturesOf(blocks: readonly DraftBlock[], { pictures }: Manuscript): Picture[] {
  const shown = new Set(blocks.map(({ src }) => src));
  const all = new Map(pictures.map(({ picture }) => [addressOf(picture.name), picture]));
  return [...all].filter(([src]) => shown.has(src)).map(([, picture]) => picture);
}

/** What a page's own fields say stands before what its text shows. */
function withStated(structured: Structured, { stated }: Manuscript): Structured {
  const { title, ...credits } = stated;
  return {
    ...structured,
    title: title ? { text: foldSpace(withoutSite(title)), spans: structured.title.spans } : structured.title,
    byline: { ...structured.byline, ...credits, photographers: structured.byline.photographers },
  };
}

function failed(source: Source, errors: Problem[]): Reading {
  return { file: source.file, errors, correctionErrors: [], flags: [], accepted: [], removed: [], spans: [] };
}

function baseName(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
}

/** The file's name in ASCII, or what the correction says. */
export function caseId(file: string, correction: Correction = noCorrection): string {
  return correction.id ?? idOfName(redaction(correction.redact).hideInName(baseName(file)));
}

function identity(source: Source, correction: Correction): Pick<Case, 'id' | 'url' | 'formerIds' | 'file' | 'sha256'> {
  const id = caseId(source.file, correction);
  const { formerIds } = correction;
  return {
    id,
    url: `cases/${id}.html`,
    ...(formerIds.length > 0 ? { formerIds } : {}),
    file: source.file,
    sha256: createHash('sha256').update(source.bytes).digest('hex'),
  };
}

/** The first clause of the body stands in for a title that is not there. */
function openingWords(blocks: readonly DraftBlock[]): string {
  const opening = blocks.find((block) => block.kind === 'paragraph')?.text ?? '';
  return (/^[^，。！？；：]{2,40}/u.exec(opening)?.[0] ?? opening).slice(0, 40);
}

function caseDate({ byline }: Structured, correction: Correction): CaseDate | undefined {
  const edited = correction.date ? readIsoDate(correction.date) : undefined;
  if (edited) return { ...edited, basis: 'editor' };
  if (!byline.date) return undefined;
  return { value: byline.date, ...(byline.time ? { time: byline.time } : {}), precision: byline.precision ?? 'day', basis: 'stated' };
}

function dated(date: CaseDate | undefined, blocks: readonly DraftBlock[]): Pick<Case, 'date' | 'notBefore'> {
  if (date) return { date };
  const year = latestPastYear(blocks);
  return year ? { notBefore: year } : {};
}

function rights(notice: string | undefined, knowledge: Knowledge, correction: Correction): Case['rights'] {
  return { ...(notice ? { notice } : {}), publish: knowledge.publish, ...correction.rights };
}

function caseSource({ byline }: Structured, correction: Correction): Case['source'] {
  const { date: _, time: _time, precision: _precision, ...source } = byline;
  return { ...source, ...correction.source };
}

function shownBy(block: Pick<DraftBlock, 'id' | 'kind'>, annotated: Annotated): { practices: string[]; places: string[] } {
  const practices = annotated.tags.filter((tag) => tag.block === block.id).map((tag) => tag.practice);
  return { practices, places: block.kind === 'heading' || block.kind === 'caption' ? [] : (annotated.placesOf.get(block.id) ?? []) };
}

function placeErrors(correction: Correction, knowledge: Knowledge): Problem[] {
  const { place } = correction;
  if (place === undefined || place === 'none' || knowledge.gazetteer.byCode(place)) return [];
  return [problem('unknownPlace', { field: 'place', value: place })];
}

/** What each character of the text became; a reference to a space belongs to no piece. */
function apartFromMarks(
  removed: readonly RemovedLine[],
  pieces: Reading['spans'],
  { text, spaceMarks = [] }: Manuscript,
): Pick<Reading, 'removed' | 'spans'> {
  const inOrder = <T extends { span: Span }>(items: readonly T[]): T[] => [...items].sort((a, b) => a.span[0] - b.span[0]);
  const cut = <T extends { span: Span }>(items: readonly T[]): T[] => {
    const ordered = inOrder(items);
    const parts = withoutMarks(
      ordered.map(({ span }) => span),
      spaceMarks,
    );
    return ordered.flatMap((item, i) => (parts[i] ?? []).map((span) => ({ ...item, span })));
  };
  if (spaceMarks.length === 0) return { removed: inOrder(removed), spans: inOrder(pieces) };
  const lines = cut(removed).map((line) => ({ ...line, text: text.slice(...line.span) }));
  return { removed: inOrder([...lines, ...spaceMarks]), spans: cut(pieces) };
}

/** Accepted flags apart from open ones; an acceptance of what is no longer there is a flag itself. */
function sortFlags(found: readonly Problem[], correction: Correction): Pick<Reading, 'flags' | 'accepted'> {
  const isAccepted = (flag: Problem) => correction.accept.some((entry) => entry.flag === flag.id);
  const stale = correction.accept.filter((entry) => !found.some((flag) => flag.id === entry.flag));
  return {
    flags: [...found.filter((flag) => !isAccepted(flag)), ...stale.map((entry) => problem('nothingToAccept', { flag: entry.flag }))],
    accepted: found.filter(isAccepted),
  };
}

function pieceSpans(structured: Structured, blocks: readonly DraftBlock[]): Reading['spans'] {
  return [
    ...structured.title.spans.map((span) => ({ piece: 'title', span })),
    ...structured.bylineSpans.map((span) => ({ piece: 'byline', span })),
    ...blocks.flatMap((block) => block.spans.map((span) => ({ piece: block.id, span }))),
  ];
}
