/** Everything the program says to an editor about a file: one entry a kind, in Chinese. */
import { createHash } from 'node:crypto';
import { errors } from './messages/errors.ts';
import { flags } from './messages/flags.ts';
import type { Data, Message } from './messages/message.ts';

/** Something that a person should look at. */
export interface Problem {
  /** The catalogue's name and what it is about; for flags it changes when the words do. */
  id: string;
  /** What is wrong, with the words found. */
  message: string;
  /** What was expected and what to do now. */
  hint: string;
  /** Id of the block, where one is meant. */
  block?: string;
  /** Line in the file, from 1, where there is one. */
  line?: number;
}

const catalogue = { ...errors, ...flags };

export type ProblemName = keyof typeof catalogue;

interface Where {
  block?: string | undefined;
  line?: number | undefined;
}

/** A problem of the catalogue with its data filled in. */
export function problem(name: ProblemName, data: Data = {}, where: Where = {}): Problem {
  const entry: Message = catalogue[name];
  return {
    id: [name, where.block, wordsKey(data)].filter(Boolean).join(':'),
    message: entry.message(data),
    hint: entry.hint,
    ...(where.block ? { block: where.block } : {}),
    ...(where.line ? { line: where.line } : {}),
  };
}

/** Changes with the words, so that an accepted flag returns when they do. */
function wordsKey(data: Data): string {
  const words = Object.values(data);
  return words.length === 0 ? '' : createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 6);
}
