/** One source file to one typed case. Pure: bytes and knowledge in, a reading out; nothing is thrown for what a file holds. */
import { createHash } from 'node:crypto';
import { type Annotated, annotate, type Knowledge } from './annotate.ts';
import type { DraftBlock, RemovedLine, Span } from './article.ts';
import { type Problem, problem } from './catalogue.ts';
import { clean } from './clean.ts';
import { correctBlocks } from './correct.ts';
import { type Correction, correctionSchema } from './correction.ts';
import { readIsoDate } from './dates.ts';
import { decode } from './decode.ts';
import { findFlags } from './flags.ts';
import { pinyinId } from './pinyin.ts';
import { casePractices } from './practices.ts';
import { type Case, type CaseDate, caseSchema } from './schema.ts';
import { type Structured, structure } from './structure.ts';
import { latestPastYear } from './years.ts';

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

export function readCase(source: Source, knowledge: Knowledge, correction: Correction = noCorrection): Reading {
  const decoded = decode(source.bytes);
  if (typeof decoded === 'string') return failed(source, [problem(decoded === 'empty' ? 'emptyFile' : 'binaryFile')]);
  const cleaned = clean(decoded.text);
  const structured = structure(cleaned.lines, decoded.text);
  const corrected = correctBlocks(structured.blocks, correction);
  const { blocks } = corrected;
  const title = correction.title ?? (structured.title.text || openingWords(blocks) || baseName(source.file));
  const date = caseDate(structured, correction);
  const annotated = annotate({ title, byline: structured.byline.byline, year: date?.value.slice(0, 4), blocks }, knowledge, correction);
  const taken = corrected.removed.flatMap(({ block, reason }) =>
    block.spans.map((span) => ({ text: decoded.text.slice(...span), reason, span })),
  );
  const reading: Reading = {
    file: source.file,
    errors: blocks.length === 0 ? [problem('noText')] : [],
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
          garbled: decoded.garbled,
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

function failed(source: Source, errors: Problem[]): Reading {
  return { file: source.file, errors, correctionErrors: [], flags: [], accepted: [], removed: [], spans: [] };
}

function baseName(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
}

/** The file's name in ASCII, or what the correction says. */
export function caseId(file: string, correction: Correction = noCorrection): string {
  return correction.id ?? (pinyinId(baseName(file)) || `case-${createHash('sha256').update(file).digest('hex').slice(0, 8)}`);
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
