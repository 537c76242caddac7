/** What a disk says of a file without its being read. A file that is written gets another time, one that is put in its place another number. */
import { type BigIntStats, statSync } from 'node:fs';

/** Nanoseconds within which a coarse disk may give two writings one time: 2 s on FAT. */
const coarsest = 2_000_000_000n;

/**
 * `content`: size, time of the last writing in nanoseconds, and number on the disk. `file`: with the time of the last change of any
 * kind, which no program can set: it tells a file unpacked anew with the time and size of the one before, but changes with each link too.
 */
type MarkKind = 'content' | 'file';

/** Undefined where there is no such file. */
export function markOf(file: string, kind: MarkKind = 'content'): string | undefined {
  const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stats && wordsOf(stats, kind);
}

/**
 * Marks that a later writing would change: undefined for a file that was written just before `clock`, by the disk's own time, since
 * one more writing might get the same.
 */
export function settledMark(clock: string, kind: MarkKind = 'content'): (file: string) => string | undefined {
  const now = statSync(clock, { bigint: true }).mtimeNs;
  return (file) => {
    const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
    return stats && stats.mtimeNs < now - coarsest ? wordsOf(stats, kind) : undefined;
  };
}

function wordsOf({ size, mtimeNs, ctimeNs, ino }: BigIntStats, kind: MarkKind): string {
  return kind === 'content' ? `${size} ${mtimeNs} ${ino}` : `${size} ${mtimeNs} ${ctimeNs} ${ino}`;
}
