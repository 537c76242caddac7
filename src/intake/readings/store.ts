/** Readings kept between builds, one file each, named by what it was made from. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { z } from 'zod';
import type { SiteFolders } from '../../site/folders.ts';
import { bytesIfThere, jsonIfWhole } from '../../site/kept-files.ts';
import { codeKey } from './keys.ts';
import { type OpenPack, openPack, type Pack, packBytes, partOfPack, type SoundPart, type SourceHead } from './pack.ts';
import { openVouched, type Vouched, vouchedFile } from './vouched.ts';

/** A folder of packs. Several processes may use it at once: what stands under a name never changes. */
export interface ReadingStore {
  /** Key of the code that reads, as it was when the store was opened. */
  code: string;
  /** The head of the pack of this name; undefined where there is none, or no whole one. */
  head(name: string): SourceHead | undefined;
  open(name: string): OpenPack | undefined;
  /** Names of packs of the same draft, tagged with other practices. */
  tagged(draft: string): readonly string[];
  put(name: string, pack: Pack): void;
  /** What the disk vouches for since the last build. */
  vouched: Pick<Vouched, 'draft' | 'noteSource'>;
  /** Takes note of a pack that another thread has put. */
  adopt(name: string, head: SourceHead): void;
  /**
   * Lets go of the packs that neither this store nor the one that was pruned before it has used. One turn of patience,
   * since another process may be about to make pages from a pack that was not there when this one looked. For builds alone.
   */
  prune(): void;
}

export function packsFolder({ cache }: Pick<SiteFolders, 'cache'>): string {
  return join(cache, 'readings');
}

export function packName(draft: string, practices: string): string {
  return `${draft}-${practices}`;
}

/** Names of the packs that were unused when the folder was pruned last. */
const unusedList = '.unused.json';
const listSchema = z.array(z.string());

const draftOf = (name: string) => name.split('-')[0] ?? '';

export function openReadingStore(folders: Pick<SiteFolders, 'program' | 'cache'>): ReadingStore {
  const folder = packsFolder(folders);
  mkdirSync(folder, { recursive: true });
  const heads = new Map<string, SourceHead>();
  const byDraft = Map.groupBy(readdirSync(folder), draftOf);
  const used = new Set<string>();
  const vouched = openVouched(folder);
  const adopt = (name: string, head: SourceHead) => {
    used.add(name);
    const names = byDraft.get(draftOf(name)) ?? [];
    if (!names.includes(name)) byDraft.set(draftOf(name), [...names, name]);
    heads.set(name, head);
  };
  return {
    code: codeKey(folders.program),
    head(name) {
      if (!byDraft.get(draftOf(name))?.includes(name)) return undefined;
      const known = heads.has(name) && existsSync(join(folder, name)) ? heads.get(name) : vouched.head(name);
      const head = known ?? readPack(folder, name)?.part('head');
      if (head) adopt(name, head);
      return head;
    },
    open: (name) => readPack(folder, name),
    tagged: (draft) => byDraft.get(draft) ?? [],
    put(name, pack) {
      writeWhole(folder, name, packBytes(name, pack));
      adopt(name, pack.head);
    },
    adopt,
    vouched,
    prune() {
      const before = new Set(listSchema.safeParse(jsonIfWhole(join(folder, unusedList))).data);
      const unused = readdirSync(folder).filter((name) => name !== unusedList && name !== vouchedFile && !used.has(name));
      for (const name of unused) if (before.has(name)) rmSync(join(folder, name), { force: true });
      writeWhole(folder, unusedList, Buffer.from(JSON.stringify(unused.filter((name) => !before.has(name)))));
      vouched.close(new Map([...used].flatMap((name) => (heads.has(name) ? [[name, heads.get(name) as SourceHead] as const] : []))));
    },
  };
}

/** Undefined where there is no such pack, or no whole one. */
function readPack(folder: string, name: string): OpenPack | undefined {
  const bytes = bytesIfThere(join(folder, name));
  return bytes && openPack(name, bytes);
}

/** One part of a pack; undefined where there is none, or this part of it is damaged. */
export function readPart(folder: string, name: string, part: keyof Pack): SoundPart | undefined {
  const bytes = bytesIfThere(join(folder, name));
  return bytes && partOfPack(name, bytes, part);
}

/** A process that is killed leaves no half of a pack under its name. */
function writeWhole(folder: string, name: string, bytes: Buffer): void {
  const unfinished = join(folder, `.${name}.${process.pid}-${threadId}`);
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, join(folder, name));
}
