import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A folder whose name is made from its content: the same content has the same name, and parts of two builds never mix in a browser's cache. */
export interface IndexFolder {
  /** Writes a file; the order of files must be the same in every build. */
  write(path: string, content: string | Uint8Array): void;
  /** Gives the folder its name. */
  close(): string;
}

export function openIndexFolder(parent: string): IndexFolder {
  const open = join(parent, 'building');
  const hash = createHash('sha256');
  return {
    write(path, content) {
      hash.update(`${path}\0`).update(content).update('\0');
      const file = join(open, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    },
    close() {
      const name = hash.digest('hex').slice(0, 12);
      renameSync(open, join(parent, name));
      return name;
    },
  };
}
