import { emptyFolder, type Folder } from '../model/clip.ts';
import { type ClipsProblem, type ReadFolder, readFolder, writeFolder } from '../model/parse.ts';
import { localStore, storageKey } from './storage-key.ts';

/** Where the folder is kept, in this browser alone. */
export interface ClipStorage {
  read(): Folder;
  /** Changes what is kept at this moment, whichever tab wrote it. */
  change(how: (folder: Folder) => Folder): Kept;
  /** Texts that could not be read whole, as they are: they are set aside before anything is written over them. */
  damaged(): DamagedText[];
  forgetDamaged(): void;
  /** Told of every change by another tab. */
  watch(changed: () => void): void;
}

export interface DamagedText {
  text: string;
  problem: ClipsProblem;
}

/** `kept` for good; `full` and `forbidden`: only as long as the page is open. */
export type Kept = 'kept' | 'full' | 'forbidden';

export function openStorage(root: string): ClipStorage {
  const key = storageKey(root);
  const store = localStore();
  // What could not be kept; from then on it is the folder of this page.
  let unkept: Folder | undefined;

  const found = (): ReadFolder => {
    const text = store?.getItem(key) ?? '';
    return text === '' ? { folder: emptyFolder } : readFolder(text);
  };
  const setAside = () => {
    const text = store?.getItem(key);
    if (!store || !text || !readFolder(text).problem) return;
    store.setItem(freeKey(store, key), text);
    store.removeItem(key);
  };

  return {
    read: () => unkept ?? found().folder,
    change(how) {
      const next = how(unkept ?? found().folder);
      if (!store) {
        unkept = next;
        return 'forbidden';
      }
      try {
        setAside();
        store.setItem(key, writeFolder(next));
        unkept = undefined;
        return 'kept';
      } catch (error) {
        unkept = next;
        return isFull(error) ? 'full' : 'forbidden';
      }
    },
    damaged() {
      const texts = store ? [key, ...asideKeys(store, key)].map((name) => store.getItem(name) ?? '') : [];
      return texts.flatMap((text) => {
        const problem = text === '' ? undefined : readFolder(text).problem;
        return problem ? [{ text, problem }] : [];
      });
    },
    forgetDamaged() {
      if (!store) return;
      for (const name of asideKeys(store, key)) store.removeItem(name);
      const { folder, problem } = found();
      if (problem) store.setItem(key, writeFolder(folder));
    },
    watch: (changed) =>
      window.addEventListener('storage', (event) => {
        if (event.key === key || event.key === null) changed();
      }),
  };
}

function asideKeys(store: Storage, key: string): string[] {
  const names = Array.from({ length: store.length }, (_, i) => store.key(i) ?? '');
  return names.filter((name) => name.startsWith(`${key}#`)).sort();
}

/** A number after `#`, which no path holds. */
function freeKey(store: Storage, key: string): string {
  const taken = new Set(asideKeys(store, key));
  let number = 1;
  while (taken.has(`${key}#${number}`)) number += 1;
  return `${key}#${number}`;
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'QuotaExceededError' || error.name === 'NS_ERROR_DOM_QUOTA_REACHED');
}
