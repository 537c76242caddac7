/**
 * What the disk vouches for: sources and packs that nobody has written since the build that noted them, by their size, times and number.
 * Their bytes need not be read to know which reading is theirs and what stands at its head.
 */
import { hash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markOf, settledMark } from '../../site/file-marks.ts';
import type { SourceHead } from './pack.ts';

/** A source as it was when its key was found. */
interface SourceNote {
  mark: string;
  /** What it was read with: the ground and its correction. */
  asked: string;
  /** Its key: of the same and its bytes. */
  draft: string;
}

interface Notes {
  /** By path. */
  sources: Record<string, SourceNote>;
  /** By name. */
  packs: Record<string, { mark: string; head: SourceHead }>;
}

export interface Vouched {
  /** The key of a source at this path, where it was asked for in the same way and the disk vouches for it. */
  draft(path: string, asked: string): string | undefined;
  /** The head of a pack in the folder, where the disk vouches for it. */
  head(name: string): SourceHead | undefined;
  /** A source's key was found from bytes that were read behind this mark. */
  noteSource(path: string, note: SourceNote): void;
  /** Writes down what was noted and the heads of these packs, of files that were not written just now. */
  close(heads: ReadonlyMap<string, SourceHead>): void;
}

export const vouchedFile = '.vouched.json';

/** `folder` holds the packs. The notes are read when they are first asked for. */
export function openVouched(folder: string): Vouched {
  const file = join(folder, vouchedFile);
  const sources = new Map<string, SourceNote>();
  let read: Notes | undefined;
  const notes = () => {
    read ??= readNotes(file);
    return read;
  };
  return {
    draft(path, asked) {
      const note = notes().sources[path];
      if (note?.asked !== asked || sourceMark(path) !== note.mark) return undefined;
      sources.set(path, note);
      return note.draft;
    },
    head(name) {
      const note = notes().packs[name];
      return note && markOf(join(folder, name), 'file') === note.mark ? note.head : undefined;
    },
    noteSource(path, note) {
      sources.set(path, note);
    },
    close(heads) {
      const unfinished = `${file}.${process.pid}`;
      writeFileSync(unfinished, '');
      const settled = settledMark(unfinished, 'file');
      const packs = [...heads].flatMap(([name, head]): [string, Notes['packs'][string]][] => {
        const mark = settled(join(folder, name));
        return mark === undefined ? [] : [[name, { mark, head }]];
      });
      const unchanged = [...sources].filter(([path, { mark }]) => settled(path) === mark);
      writeNotes(file, unfinished, { sources: Object.fromEntries(unchanged), packs: Object.fromEntries(packs) });
    },
  };
}

/** What the disk says of a source before it is read. */
export function sourceMark(path: string): string | undefined {
  return markOf(path, 'file');
}

const none: Notes = { sources: {}, packs: {} };

/** Version of the form. */
const form = 'casebook notes 1';

/** None where the notes are missing or are not as they were written. */
function readNotes(file: string): Notes {
  if (!existsSync(file)) return none;
  const [title, body = ''] = readFileSync(file, 'utf8').split('\n');
  return title === titleOf(body) ? JSON.parse(body) : none;
}

function titleOf(body: string): string {
  return `${form} ${hash('sha256', body)}`;
}

function writeNotes(file: string, unfinished: string, notes: Notes): void {
  const body = JSON.stringify(notes);
  writeFileSync(unfinished, `${titleOf(body)}\n${body}`);
  renameSync(unfinished, file);
}
