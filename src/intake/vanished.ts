/** Addresses that the last build published and the next one will not. */
import { type Problem, problem } from '../article/catalogue.ts';
import type { EarlierOutput } from '../site/output/earlier-output.ts';
import type { SiteReading } from './intake.ts';

/** Anchors that a message names. */
const shown = 5;

/**
 * Flags by file: cases, passages of cases published in full, and practices. What was withdrawn, held back or cut by its
 * rights is meant to go.
 */
export function vanishedFlags(earlier: EarlierOutput, { cases, practices, report }: SiteReading): Map<string, Problem[]> {
  const held = new Set(report.files.flatMap(({ file, held: isHeld }) => (isHeld ? [file] : [])));
  const byId = new Map(cases.flatMap((entry) => [entry.id, ...(entry.formerIds ?? [])].map((id) => [id, entry] as const)));
  const flags = new Map<string, Problem[]>();
  const flag = (file: string, found: Problem) => flags.set(file, [...(flags.get(file) ?? []), found]);
  for (const { id, file, blocks } of earlier.cases.filter((each) => !held.has(each.file))) {
    const entry = byId.get(id);
    if (!entry) flag(file, problem('vanishedCase', { address: `cases/${id}.html`, id }));
    else if (entry.rights.publish === 'full') {
      const anchors = new Set(entry.blocks.map((block) => block.id));
      const gone = blocks.filter((block) => !anchors.has(block));
      const named = `${gone.slice(0, shown).join('、')}${gone.length > shown ? ' 等' : ''}`;
      if (gone.length > 0) flag(file, problem('vanishedPassages', { count: gone.length, blocks: named }));
    }
  }
  const known = new Set(practices.map(({ id }) => id));
  for (const id of earlier.practices.filter((each) => !known.has(each))) {
    flag(`content/practices/${id}.mdx`, problem('vanishedPractice', { address: `practices/${id}.html` }));
  }
  return flags;
}
