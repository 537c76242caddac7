import type { Block, Case, Figure } from '../../article/schema.ts';
import { citation } from '../../library/citation.ts';
import { blockLabel } from '../../library/words.ts';
import { clipId, type TakenClip } from './clip.ts';

/** What a reader points at. */
export interface Chosen {
  block: string;
  /** Id of a figure of that block. */
  figure?: string;
  /** The practice under which the page shows it. */
  under?: string;
}

/** What a clip takes from the site around the case. */
export interface Around {
  /** Names of practices by id. */
  names: ReadonlyMap<string, string>;
  /** The passage's address on the web, or empty. */
  link: (entry: string, block: string) => string;
}

/** The clip of a passage, or of a figure in it, without what is the reader's own; undefined where the case does not publish it. */
export function clipOf(
  entry: Case,
  { block: id, figure: figureId, under }: Chosen,
  around: Around,
): Omit<TakenClip, 'note' | 'added'> | undefined {
  const block = entry.blocks.find((each) => each.id === id);
  if (!block) return undefined;
  if (figureId === undefined) return { ...shared(entry, block, around), ...passagePart(entry, block, around), ...(under && { under }) };
  const figure = entry.figures.find((each) => each.id === figureId && each.passage === id);
  return figure && { ...shared(entry, block, around), ...figurePart(entry, block, figure, around), ...(under && { under }) };
}

function shared(entry: Case, block: Block, { link }: Around) {
  const section = sectionOf(entry, block);
  return {
    case: entry.id,
    title: entry.title,
    block: block.id,
    label: blockLabel(block),
    ...(section && { section }),
    ...(entry.place && { place: { name: entry.place.name, path: entry.place.path } }),
    ...(entry.date && { date: entry.date.value }),
    ...(entry.notBefore && { notBefore: entry.notBefore }),
    citation: citation(entry),
    link: link(entry.id, block.id),
  };
}

function passagePart(entry: Case, block: Block, { names }: Around) {
  return {
    kind: 'passage' as const,
    id: clipId(entry.id, block.id),
    words: block.text,
    problems: entry.problems.filter(({ passage }) => passage === block.id).map(({ text, practice }) => ({ text, practice })),
    practices: named(block.practices, names),
  };
}

function figurePart(entry: Case, block: Block, figure: Figure, { names }: Around) {
  const status = { done: '', planned: '计划：', problem: '问题：' }[figure.status];
  return {
    kind: 'figure' as const,
    id: clipId(entry.id, figure.id),
    words: figure.quote,
    subject: `${status}${figure.scope ?? ''}${figure.subject}`,
    problems: [],
    practices: named(figure.practices.length > 0 ? figure.practices : block.practices, names),
  };
}

function named(ids: readonly string[], names: ReadonlyMap<string, string>) {
  return ids.map((id) => ({ id, name: names.get(id) ?? id }));
}

/** The nearest heading above. */
function sectionOf(entry: Case, block: Block): string | undefined {
  const above = entry.blocks.slice(0, entry.blocks.indexOf(block)).filter(({ kind }) => kind === 'heading');
  return above[above.length - 1]?.text;
}
