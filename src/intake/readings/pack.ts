/** A reading of one source as bytes that can be kept: a line about itself, then a line for each part that is asked for by itself. */
import { createHash } from 'node:crypto';
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

/** Version of the form. */
const form = 'casebook reading 1';

const lineEnd = 10;

/** `name` is what the pack is kept under. */
export function packBytes(name: string, pack: Pack): Buffer {
  const body = Buffer.from(parts.map((part) => `${JSON.stringify(pack[part])}\n`).join(''));
  return Buffer.concat([Buffer.from(`${titleOf(name, body)}\n`), body]);
}

/** A pack whose every byte is as it was written; its parts are read when they are asked for. */
export interface OpenPack {
  part<Name extends keyof Pack>(name: Name): Pack[Name];
}

/** Undefined for anything but a whole pack of this name. */
export function openPack(name: string, bytes: Buffer): OpenPack | undefined {
  const end = bytes.indexOf(lineEnd);
  const body = bytes.subarray(end + 1);
  if (end < 0 || bytes.toString('utf8', 0, end) !== titleOf(name, body)) return undefined;
  return { part: (part) => JSON.parse(lineAt(body, parts.indexOf(part))) };
}

function titleOf(name: string, body: Buffer): string {
  return `${form} ${name} ${createHash('sha256').update(body).digest('hex')}`;
}

function lineAt(body: Buffer, at: number): string {
  let start = 0;
  for (let i = 0; i < at; i += 1) start = body.indexOf(lineEnd, start) + 1;
  return body.toString('utf8', start, body.indexOf(lineEnd, start));
}
