/** One source file as far as the taxonomy has no part in it: bytes and knowledge in, plain data out, which can be kept. */
import { hash } from 'node:crypto';
import { type Findings, findClaims, type Knowledge } from './annotate.ts';
import type { DraftBlock, RemovedLine, Span } from './article.ts';
import { idOfName } from './case-id.ts';
import { type Problem, problem } from './catalogue.ts';
import { correctBlocks } from './correct.ts';
import type { Correction } from './correction.ts';
import { findFlags } from './flags.ts';
import type { Opened } from './formats/open.ts';
import type { Manuscript } from './manuscript.ts';
import type { Picture } from './pictures/picture.ts';
import { addressOf, placePictures } from './pictures/place.ts';
import { redaction } from './redaction.ts';
import type { Case, CaseDate } from './schema.ts';
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

export interface Draft {
  file: string;
  /** What is wrong with the source itself. */
  errors: Problem[];
  /** What is wrong with its correction, tags and claims aside. */
  correctionErrors: Problem[];
  /** In order, accepted ones among them. */
  flags: Problem[];
  removed: RemovedLine[];
  spans: { piece: string; span: Span }[];
  /** Undefined where the file could not be read as a text. */
  content?: DraftContent;
}

export interface DraftContent extends Findings {
  /** The case without what the taxonomy and the findings add. */
  frame: Omit<Case, 'practices' | 'methods' | 'problems' | 'figures' | 'blocks'>;
  /** In reading order, corrected, pictures among them. */
  blocks: DraftBlock[];
}

/** Reads all of a file that its practices do not touch. The pictures are those that its blocks show, each once. */
export function readDraft(
  source: Source,
  opened: Opened,
  knowledge: Omit<Knowledge, 'practices' | 'practiceIds'>,
  correction: Correction,
): { draft: Draft; pictures: Picture[] } {
  const { manuscript } = opened;
  if (!manuscript) return { draft: unreadDraft(source.file, opened.errors), pictures: [] };
  const cleaned = clean(manuscript);
  const structured = withStated(structure(cleaned.lines, manuscript.text, manuscript.stated.title), manuscript);
  const placed = placePictures(structured.blocks, manuscript.pictures, cleaned.removed);
  const corrected = correctBlocks(placed.blocks, correction, manuscript.text);
  const { blocks } = corrected;
  const texts = withText(blocks);
  const title = correction.title ?? (structured.title.text || openingWords(blocks) || baseName(source.file));
  const date = caseDate(structured, correction);
  const { place, placeDoubts, findings } = findClaims(
    { title, byline: structured.byline.byline, year: date?.value.slice(0, 4), blocks: texts },
    knowledge,
    correction,
  );
  const taken = corrected.removed.flatMap(({ block, reason }) =>
    block.spans.map((span) => ({ text: manuscript.text.slice(...span), reason, span })),
  );
  const rights = rightsOf(cleaned.notice, knowledge, correction);
  const origin = caseSource(structured, correction);
  const draft: Draft = {
    file: source.file,
    errors: [...(correction.release ? [] : opened.withheld), ...(texts.length === 0 ? [problem('noText')] : [])],
    correctionErrors: [...placeErrors(correction, knowledge), ...corrected.errors],
    flags: findFlags(
      {
        title: { found: structured.title.text, shown: title },
        byline: structured.byline,
        blocks: placed.blocks,
        doubts: structured.doubts,
        place,
        placeDoubts,
        notice: cleaned.notice,
        garbled: manuscript.garbled,
        pictures: blocks.length - texts.length,
        picturesLeftOut: [...manuscript.picturesLeftOut, ...placed.leftOut],
        watchwords: knowledge.watchwords,
        linkless: rights.publish === 'link' && !origin.url,
      },
      correction,
    ),
    ...apartFromMarks([...cleaned.removed, ...structured.removed, ...taken], pieceSpans(structured, blocks), manuscript),
    content: {
      frame: {
        ...identity(source, correction),
        title,
        ...(place ? { place } : {}),
        ...dated(date, texts),
        source: origin,
        rights,
        review: correction.review ? { state: 'reviewed', ...correction.review } : { state: 'machine' },
        corrections: corrected.notes,
      },
      blocks,
      ...findings,
    },
  };
  return { draft, pictures: picturesOf(blocks, manuscript) };
}

/** A file that gives nothing but errors. */
export function unreadDraft(file: string, errors: Problem[]): Draft {
  return { file, errors, correctionErrors: [], flags: [], removed: [], spans: [] };
}

/** The blocks that can show practices and make claims. */
export function withText(blocks: readonly DraftBlock[]): DraftBlock[] {
  return blocks.filter(({ kind }) => kind !== 'image');
}

/** The file's name in ASCII, or what the correction says. */
export function caseId(file: string, correction?: Pick<Correction, 'id' | 'redact'>): string {
  return correction?.id ?? idOfName(redaction(correction?.redact ?? []).hideInName(baseName(file)));
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

function baseName(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
}

function identity(source: Source, correction: Correction): Pick<Case, 'id' | 'url' | 'formerIds' | 'file' | 'sha256'> {
  const id = caseId(source.file, correction);
  const { formerIds } = correction;
  return {
    id,
    url: `cases/${id}.html`,
    ...(formerIds.length > 0 ? { formerIds } : {}),
    file: source.file,
    sha256: hash('sha256', source.bytes),
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

function rightsOf(notice: string | undefined, knowledge: Pick<Knowledge, 'publish'>, correction: Correction): Case['rights'] {
  return { ...(notice ? { notice } : {}), publish: knowledge.publish, ...correction.rights };
}

function caseSource({ byline }: Structured, correction: Correction): Case['source'] {
  const { date: _, time: _time, precision: _precision, ...source } = byline;
  return { ...source, ...correction.source };
}

function placeErrors(correction: Correction, knowledge: Pick<Knowledge, 'gazetteer'>): Problem[] {
  const { place } = correction;
  if (place === undefined || place === 'none' || knowledge.gazetteer.byCode(place)) return [];
  return [problem('unknownPlace', { field: 'place', value: place })];
}

/** What each character of the text became; a reference to a space belongs to no piece. */
function apartFromMarks(
  removed: readonly RemovedLine[],
  pieces: Draft['spans'],
  { text, spaceMarks = [] }: Manuscript,
): Pick<Draft, 'removed' | 'spans'> {
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

function pieceSpans(structured: Structured, blocks: readonly DraftBlock[]): Draft['spans'] {
  return [
    ...structured.title.spans.map((span) => ({ piece: 'title', span })),
    ...structured.bylineSpans.map((span) => ({ piece: 'byline', span })),
    ...blocks.flatMap((block) => block.spans.map((span) => ({ piece: block.id, span }))),
  ];
}
