/** A reading of one source as bytes that can be kept: a line about itself, then a line for each part that is asked for by itself. */
import { hash } from 'node:crypto';
import type { Problem } from '../../article/catalogue.ts';
import type { Draft } from '../../article/draft.ts';
import type { Tagged } from '../../article/practices/practices.ts';
import type { Case, Summary } from '../../article/schema.ts';

/** What a site needs of a source before its pages are made. */
export interface SourceHead {
  /** `seeds/<name>` */
  file: string;
  /** The id that the case has or would have. */
  id: string;
  errors: Problem[];
  correctionErrors: Problem[];
  flags: Problem[];
  accepted: Problem[];
  /** Names of the pictures that its page shows. */
  pictures: string[];
  /** By what the article is known again under another name. */
  textKeys: string[];
  /** Of what may be published; undefined where the file gives no case. */
  summary?: Summary;
}

export interface Pack {
  head: SourceHead;
  /** As it may be published. */
  published: Case | null;
  /** What the practices have no part in. */
  draft: Draft;
  /** By id: the keys of the practices that `tagged` was found with. */
  practices: Record<string, string>;
  tagged: Tagged;
}

const parts = ['head', 'published', 'draft', 'practices', 'tagged'] as const satisfies readonly (keyof Pack)[];

/** Version of the form: a title with the sum of each part, then a line for each. */
const form = 'casebook reading 2';

const lineEnd = 10;

/** `name` is what the pack is kept under. */
export function packBytes(name: string, pack: Pack): Buffer {
  const lines = parts.map((part) => Buffer.from(JSON.stringify(pack[part])));
  const title = Buffer.from([form, name, ...lines.map(sumOf)].join(' '));
  return Buffer.concat([title, ...lines].flatMap((line) => [line, Buffer.of(lineEnd)]));
}

/** A pack whose every byte is as it was written; its parts are read when they are asked for. */
export interface OpenPack {
  part<Name extends keyof Pack>(name: Name): Pack[Name];
}

/** Undefined for anything but a whole pack of this name. */
export function openPack(name: string, bytes: Buffer): OpenPack | undefined {
  const found = linesOf(name, bytes);
  if (!found?.every(isSound)) return undefined;
  return { part: (part) => parsed(found[parts.indexOf(part)]) };
}

/** A part of a pack as it was written, JSON in UTF-8, and its SHA-256: parts with equal sums are equal. */
export interface SoundPart {
  bytes: Buffer;
  sum: string;
}

/** One part of a pack, whatever has become of the others; undefined where it is not as it was written. */
export function partOfPack(name: string, bytes: Buffer, part: keyof Pack): SoundPart | undefined {
  const line = linesOf(name, bytes)?.[parts.indexOf(part)];
  return line && isSound(line) ? line : undefined;
}

/** Undefined where the title is not that of a pack of this name, or another number of lines follows it. */
function linesOf(name: string, bytes: Buffer): SoundPart[] | undefined {
  const lines: Buffer[] = [];
  for (let at = 0, end = bytes.indexOf(lineEnd); end >= 0; at = end + 1, end = bytes.indexOf(lineEnd, at))
    lines.push(bytes.subarray(at, end));
  const [title = Buffer.of(), ...rest] = lines;
  const words = title.toString('latin1').split(' ');
  const sums = words.splice(-parts.length);
  const isOfName = words.join(' ') === `${form} ${name}` && rest.length === parts.length && bytes.at(-1) === lineEnd;
  return isOfName ? rest.map((line, at) => ({ bytes: line, sum: sums[at] ?? '' })) : undefined;
}

function isSound({ bytes, sum }: SoundPart): boolean {
  return sumOf(bytes) === sum;
}

function sumOf(bytes: Buffer): string {
  return hash('sha256', bytes);
}

function parsed(line: SoundPart | undefined) {
  return JSON.parse(line?.bytes.toString('utf8') ?? '');
}
