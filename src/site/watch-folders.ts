import { type FSWatcher, statSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Tells which file in one of these folders, not below it, has come, gone or changed, by its absolute path; a folder's own path where
 * more than one may have. One watch a folder, whatever the number of files. Folders may be missing, come later and be replaced: what
 * stands above them is looked at, too. Returns what ends it.
 */
export function watchFolders(folders: readonly string[], onChange: (path: string) => void): () => void {
  const watched = new Map<string, { watcher: FSWatcher; ino: number }>();
  const isAsked = new Set(folders);
  const all = [...new Set([...folders.map(dirname), ...folders])];
  const close = (folder: string) => {
    watched.get(folder)?.watcher.close();
    watched.delete(folder);
  };
  /** Opens what is there and not watched; whether a folder that was asked for was among it, or has gone. */
  const follow = (): string[] =>
    all.filter((folder) => {
      const ino = statSync(folder, { throwIfNoEntry: false })?.ino;
      if (watched.get(folder)?.ino === ino) return false;
      close(folder);
      if (ino !== undefined) open(folder, ino);
      return isAsked.has(folder);
    });
  const open = (folder: string, ino: number) => {
    const watcher = watch(folder, (_, name) => {
      for (const other of follow()) onChange(other);
      if (isAsked.has(folder)) onChange(name === null ? folder : join(folder, name));
    });
    watcher.on('error', () => {
      close(folder);
      onChange(folder);
    });
    watched.set(folder, { watcher, ino });
  };
  follow();
  return () => {
    for (const folder of [...watched.keys()]) close(folder);
  };
}
