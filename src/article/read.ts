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
import { casePractices } from './practices/practices.ts';
import { redaction } from './redaction.ts';
import { type Case, type CaseDate, caseSchema } from './schema.ts';
import { clean } from './text/clean.ts';
import { readIsoDate } from './text/dates.ts';
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
  const corrected = correctBlocks(structured.blocks, correction);
  const { blocks } = corrected;
  const title = correction.title ?? (structured.title.text || openingWords(blocks) || baseName(source.file));
  const date = caseDate(structured, correction);
  const annotated = annotate({ title, byline: structured.byline.byline, year: date?.value.slice(0, 4), blocks }, knowledge, correction);
  const taken = corrected.removed.flatMap(({ block, reason }) =>
    block.spans.map((span) => ({ text: manuscript.text.slice(...span), reason, span })),
  );
  const reading: Reading = {
    file: source.file,
    errors: [...(correction.release ? [] : opened.withheld), ...(blocks.length === 0 ? [problem('noText')] : [])],
    correctionErrors: [...placeErrors(correction, knowledge), ...corrected.errors, ...annotated.errors],
    ...sortFlags(
      findFlags(
        {
          title: { found: structured.title.text, shown: title },
          byline: structured.byline,
          blocks: structured.blocks,
          doubts: structured.doubts,
          place: annotated.place,
          placeDoubts: annotated.placeDoubts,
          notice: cleaned.notice,
          garbled: manuscript.garbled,
          pictures: manuscript.pictures,
          watchwords: knowledge.watchwords,
        },
        correction,
      ),
      correction,
    ),
    removed: [...cleaned.removed, ...structured.removed, ...taken].sort((a, b) => a.span[0] - b.span[0]),
    spans: pieceSpans(structured, blocks),
  };
  if (reading.errors.length + reading.correctionErrors.length > 0) return reading;
  return {
    ...reading,
    tagging: { tags: annotated.tags, nearMisses: annotated.nearMisses },
    case: caseSchema.parse({
      ...identity(source, correction),
      title,
      ...(annotated.place ? { place: annotated.place } : {}),
      ...dated(date, blocks),
      source: caseSource(structured, correction),
      rights: { ...(cleaned.notice ? { notice: cleaned.notice } : {}), publish: knowledge.publish, ...correction.rights },
      review: correction.review ? { state: 'reviewed', ...correction.review } : { state: 'machine' },
      practices: casePractices(annotated.tags, blocks),
      ...annotated.claims,
      blocks: blocks.map(({ spans: _, ...block }) => ({ ...block, ...shownBy(block, annotated) })),
      corrections: corrected.notes,
    } satisfies Case),
  };
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

function identity(source: Source, correction: Correction): Pick<Case, 'id' | 'url' | 'file' | 'sha256'> {
  const id = caseId(source.file, correction);
  return { id, url: `cases/${id}.html`, file: source.file, sha256: createHash('sha256').update(source.bytes).digest('hex') };
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
  ].sort((a, b) => a.span[0] - b.span[0]);
}
