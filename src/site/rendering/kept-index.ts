/**
 * The list of what builds keep for the next one, in one file: a title with the sum of all that follows, a line of JSON, and the numbers
 * of all links, which as JSON would take twice the room and many times the time.
 */
import { hash } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import type { ListPages } from '../../library/list-pages.ts';
import type { FileFacts } from '../finishing/finish-page.ts';
import { bytesIfThere } from '../kept-files.ts';
import type { PageKey } from './page-plan.ts';

export interface KeptPage extends PageKey {
  facts: FileFacts;
}

export type KeptPages = Record<string, KeptPage>;

export interface KeptIndex {
  /** Digest of what every page depends on; those of another one hold no more. */
  common: string;
  pages: KeptPages;
  data: KeptPages;
  /** Where the links of these pages follow lists, they lead to these pages of them. */
  lists: ListPages;
  /** What the disk said of kept content, by its sum; of what had just been written nothing is noted. */
  marks: Record<string, string>;
}

/** A page in the line of JSON: of its links how many anchors and targets there are. */
type Line = Omit<KeptPage, 'facts'> & { facts: Omit<FileFacts, 'links'> & { counts?: [anchors: number, targets: number] } };
type Lines = Omit<KeptIndex, 'pages' | 'data'> & Record<'pages' | 'data', Record<string, Line>>;

/** Version of the form: one that an earlier program wrote says other things. */
const form = 'casebook kept 4';

const lineEnd = 10;

/** Undefined where there is none, or no whole one. */
export function readIndex(file: string): KeptIndex | undefined {
  const bytes = bytesIfThere(file);
  const title = bytes?.indexOf(lineEnd) ?? -1;
  if (!bytes || bytes.toString('latin1', 0, title) !== titleOf(bytes.subarray(title + 1))) return undefined;
  const end = bytes.indexOf(lineEnd, title + 1);
  const lines = JSON.parse(bytes.toString('utf8', title + 1, end)) as Lines;
  const numbers = new Float64Array(new Uint8Array(bytes.subarray(end + 1)).buffer);
  let at = 0;
  const next = (count: number) => {
    at += count;
    return numbers.slice(at - count, at);
  };
  const withLinks = ({ facts: { counts, ...facts }, ...key }: Line): KeptPage => ({
    ...key,
    facts: counts ? { ...facts, links: { anchors: next(counts[0]), targets: next(counts[1]) } } : facts,
  });
  return { ...lines, pages: mapped(lines.pages, withLinks), data: mapped(lines.data, withLinks) };
}

/** A process that is killed leaves no half of a list. `unfinished` is written first. */
export function writeIndex(file: string, unfinished: string, index: KeptIndex): void {
  const numbers: Float64Array[] = [];
  const withCounts = ({ facts: { links, ...facts }, ...key }: KeptPage): Line => {
    if (!links) return { ...key, facts };
    numbers.push(links.anchors, links.targets);
    return { ...key, facts: { ...facts, counts: [links.anchors.length, links.targets.length] } };
  };
  const lines: Lines = { ...index, pages: mapped(index.pages, withCounts), data: mapped(index.data, withCounts) };
  const body = Buffer.concat([
    Buffer.from(`${JSON.stringify(lines)}\n`),
    ...numbers.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)),
  ]);
  writeFileSync(unfinished, Buffer.concat([Buffer.from(`${titleOf(body)}\n`), body]));
  renameSync(unfinished, file);
}

function titleOf(body: Uint8Array): string {
  return `${form} ${hash('sha256', body)}`;
}

function mapped<From, To>(pages: Readonly<Record<string, From>>, change: (page: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(pages).map(([file, page]) => [file, change(page)]));
}
