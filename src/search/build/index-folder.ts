import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A folder whose name is made from its content: the same content has the same name, and parts of two builds never mix in a browser's cache. */
export interface IndexFolder {
  /** Writes a file; the order of files must be the same in every build. */
  write(path: string, content: string | Uint8Array): void;
  /** Gives the folder its name. */
  close(): string;
}

/** `open`: its name until it is closed. */
export function openIndexFolder(parent: string, open = 'building'): IndexFolder {
  const building = join(parent, open);
  rmSync(building, { recursive: true, force: true });
  const hash = contentHash();
  const folders = new Set<string>();
  return {
    write(path, content) {
      hash.add(path, content);
      const file = join(building, path);
      const folder = dirname(file);
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      writeFileSync(file, content);
    },
    close() {
      const name = hash.name();
      if (existsSync(join(parent, name))) rmSync(building, { recursive: true });
      else renameSync(building, join(parent, name));
      return name;
    },
  };
}

/** Makes the name of a folder of these files, in this order. */
export function contentHash(): { add(path: string, content: string | Uint8Array): void; name(): string } {
  const hash = createHash('sha256');
  return {
    add: (path, content) => {
      hash.update(`${path}\0`).update(content).update('\0');
    },
    name: () => hash.digest('hex').slice(0, 12),
  };
}
