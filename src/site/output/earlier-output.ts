import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { jsonIfWhole } from '../kept-files.ts';
import { isOurs } from './output.ts';

/** What an earlier version of the program may have published more of is left aside. */
const listSchema = z.object({ cases: z.array(z.object({ id: z.string(), file: z.string() })) });
const caseSchema = z.object({ blocks: z.array(z.object({ id: z.string() })) });
const practicesSchema = z.object({ practices: z.array(z.object({ id: z.string() })) });

/** Addresses of an earlier build that readers may have kept. */
export interface EarlierOutput {
  /** With the anchors of their passages. */
  cases: { id: string; file: string; blocks: string[] }[];
  /** Ids. */
  practices: string[];
}

/** What the output folder publishes now; undefined where it holds no site of ours or its data cannot be read. */
export function readEarlierOutput(out: string): EarlierOutput | undefined {
  if (!existsSync(out) || !isOurs(out)) return undefined;
  const list = read(join(out, 'data/cases.json'), listSchema);
  const practices = read(join(out, 'data/practices.json'), practicesSchema);
  if (!list || !practices) return undefined;
  return {
    cases: list.cases.map(({ id, file }) => ({
      id,
      file,
      blocks: read(join(out, `data/cases/${id}.json`), caseSchema)?.blocks.map((block) => block.id) ?? [],
    })),
    practices: practices.practices.map(({ id }) => id),
  };
}

function read<T>(file: string, schema: z.ZodType<T>): T | undefined {
  return schema.safeParse(jsonIfWhole(file)).data;
}
