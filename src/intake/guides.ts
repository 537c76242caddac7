/** Practices and pages: front matter and a guide in Markdown or MDX. */
import { compile } from '@mdx-js/mdx';
import remarkGfm from 'remark-gfm';
import type { z } from 'zod';
import { type Problem, problem } from '../article/catalogue.ts';
import { splitFrontMatter } from '../article/formats/front-matter.ts';
import { type Checked, checkYaml } from './documents.ts';

/** Reads a guide's front matter and proves that its body compiles. */
export async function checkGuide<Schema extends z.ZodType>(file: string, text: string, schema: Schema): Promise<Checked<z.output<Schema>>> {
  const parts = splitFrontMatter(text);
  if (!parts) return { errors: [problem('brokenFrontMatter', { detail: '没有找到成对的 ---' }, { line: 1 })] };
  const checked = checkYaml(parts.yaml, schema, 'brokenFrontMatter', parts.yamlLine);
  const errors = file.endsWith('.mdx') ? await bodyErrors(parts.body, parts.bodyLine) : [];
  return errors.length > 0 ? { errors: [...checked.errors, ...errors] } : checked;
}

async function bodyErrors(body: string, firstLine: number): Promise<Problem[]> {
  try {
    await compile(body, { remarkPlugins: [remarkGfm] });
    return [];
  } catch (error) {
    if (error instanceof RangeError) return [problem('brokenGuide', { detail: '一层套一层，套得太深' })];
    if (!isMessage(error)) throw error;
    const line = error.line ?? 1;
    const words = (body.split('\n')[line - 1] ?? '').trim();
    const at = Math.max(0, (error.column ?? 1) - 12);
    return [problem('brokenGuide', { detail: `“${words.slice(at, at + 30)}”` }, { line: line + firstLine - 1 })];
  }
}

/** What the MDX compiler throws for text that it cannot read. */
function isMessage(error: unknown): error is { line?: number; column?: number; reason: string } {
  return error instanceof Error && 'reason' in error;
}
