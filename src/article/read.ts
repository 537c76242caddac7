/** One source file to one typed case. Pure: bytes and knowledge in, a reading out; nothing is thrown for what a file holds. */
import { type Annotated, annotate, type Knowledge } from './annotate.ts';
import type { DraftBlock, Tagging } from './article.ts';
import { type Problem, problem } from './catalogue.ts';
import { type Correction, correctionSchema } from './correction.ts';
import { type Draft, readDraft, type Source, withText } from './draft.ts';
import { type Opened, openText } from './formats/open.ts';
import type { Picture } from './pictures/picture.ts';
import { type CompiledPractices, casePractices, type Tagged, tagPassages } from './practices/practices.ts';
import { type Case, caseSchema } from './schema.ts';

export { caseId, type Source } from './draft.ts';

export interface Reading extends Pick<Draft, 'file' | 'errors' | 'correctionErrors' | 'flags' | 'removed' | 'spans'> {
  /** Undefined where the file gives no case. */
  case?: Case;
  /** Why the case has its practices; given with it. */
  tagging?: Tagging;
  /** The pictures that its blocks show, each once; given with the case. */
  pictures?: Picture[];
  accepted: Problem[];
}

export const noCorrection: Correction = correctionSchema.parse({});

/** Reads a text file. Files of other formats are opened first: `openSource`, then `readOpened`. */
export function readCase(source: Source, knowledge: Knowledge, correction: Correction = noCorrection): Reading {
  return readOpened(source, openText(source.bytes), knowledge, correction);
}

export function readOpened(source: Source, opened: Opened, knowledge: Knowledge, correction: Correction = noCorrection): Reading {
  const { draft, pictures } = readDraft(source, opened, knowledge, correction);
  const reading = finishDraft(draft, tagDraft(draft, knowledge.practices), knowledge.practiceIds, correction);
  return reading.case ? { ...reading, pictures } : reading;
}

export function tagDraft({ content }: Draft, practices: CompiledPractices): Tagged {
  return tagPassages(withText(content?.blocks ?? []), practices);
}

/** Lays tags and corrections over a draft. `practices` are the ids that exist. */
export function finishDraft(draft: Draft, tagged: Tagged, practices: readonly string[], correction: Correction): Reading {
  const { content, flags, ...found } = draft;
  if (!content) return { ...found, flags: [], accepted: [] };
  const { frame, blocks, ...findings } = content;
  const annotated = annotate(withText(blocks), findings, tagged, practices, correction);
  const reading: Reading = {
    ...found,
    correctionErrors: [...found.correctionErrors, ...annotated.errors],
    ...sortFlags([...annotated.staleChanges, ...flags], correction),
  };
  if (reading.errors.length + reading.correctionErrors.length > 0) return reading;
  const places = new Map(findings.places);
  return {
    ...reading,
    tagging: { tags: annotated.tags, nearMisses: annotated.nearMisses },
    case: caseSchema.parse({
      ...frame,
      practices: casePractices(annotated.tags, blocks),
      ...annotated.claims,
      blocks: blocks.map(({ spans: _, ...block }) => ({ ...block, ...shownBy(block, annotated, places) })),
    } satisfies Case),
  };
}

function shownBy(
  block: Pick<DraftBlock, 'id' | 'kind'>,
  annotated: Annotated,
  placesOf: ReadonlyMap<string, string[]>,
): { practices: string[]; places: string[] } {
  const practices = annotated.tags.filter((tag) => tag.block === block.id).map((tag) => tag.practice);
  return { practices, places: block.kind === 'heading' || block.kind === 'caption' ? [] : (placesOf.get(block.id) ?? []) };
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
