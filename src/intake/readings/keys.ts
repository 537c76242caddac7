/** What a kept reading was made from. Equal keys mean equal readings; nothing here looks at a clock. */
import { createHash } from 'node:crypto';
import type { Correction } from '../../article/correction.ts';
import type { Practice } from '../../article/knowledge.ts';
import { digestOf } from '../../site/code-digest.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** The part of a site's vocabulary that decides how its articles are read. Plain data. */
export type ReadingVocabulary = Pick<Vocabulary, 'practices' | 'formerPlaces' | 'slogans' | 'watchwords'> & {
  publish: Vocabulary['settings']['publish'];
};

/** Where the code that reads lies, in the program's folder, and what it stands on. */
const readers = ['src/article', 'src/intake', 'package-lock.json'];

/** Changes with the code that reads, the packages that it stands on and the runtime's own knowledge of characters. */
export function codeKey(program: string): string {
  return digestOf({ folder: program, names: readers });
}

/** Changes with the code and with every word of the vocabulary that is no practice. */
export function groundKey(code: string, { formerPlaces, slogans, watchwords, publish }: Omit<ReadingVocabulary, 'practices'>): string {
  return digest([code, formerPlaces, slogans, watchwords, publish]);
}

/** Changes with what decides where the practice shows; its name and its guide do not. */
export function practiceKey({ id, signals }: Practice): string {
  return digest([id, signals]).slice(0, 16);
}

/** Changes with any practice and with their order. */
export function practicesKey(practices: readonly Practice[]): string {
  return digest(practices.map(practiceKey)).slice(0, 16);
}

/** Changes with the ground, the source's name and what its correction says: how a source is read. */
export function askedKey(ground: string, file: string, correction: Correction | undefined): string {
  return digest([ground, file, correction ?? null]);
}

/** Changes with how a source is read and with its bytes. */
export function draftKey(asked: string, bytes: Uint8Array): string {
  return createHash('sha256').update(`${asked}\n`).update(bytes).digest('hex').slice(0, 40);
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
