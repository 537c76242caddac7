/** Files come into the site: threads put them in their places, and what is known of each is noted. */
import type { FileTask, MadeFile } from '../finishing/finish-files.ts';
import type { FileFacts } from '../finishing/finish-page.ts';
import type { SiteFolders } from '../folders.ts';
import { openThreads } from '../threads.ts';

/** What is known of every file that the pages' build has put into the site, by file. */
export type SiteFacts = Map<string, FileFacts>;

/** A file that an earlier build may have kept: `known` is what is known of it where putting it in its place finds out nothing new. */
export interface KnownTask {
  task: FileTask;
  known?: FileFacts | undefined;
}

export interface Placing {
  facts: SiteFacts;
  /** A file that has just been made. Its bytes are handed over. */
  put(file: string, content: MadeFile): Promise<void>;
  /** Files that are whole already. */
  putAll(tasks: readonly KnownTask[]): Promise<void>;
  /** Ends the threads. What was not put yet rejects with `reason`. */
  close(reason?: unknown): Promise<void>;
}

/** Files that a thread puts in their places at a time, where they are whole already. */
const batch = 100;

/** `out` is the site that is being built. */
export function openPlacing({ cache }: Pick<SiteFolders, 'cache'>, out: string): Placing {
  const facts: SiteFacts = new Map();
  const threads = openThreads<FileTask, FileFacts | undefined>(new URL('../finishing/finish-worker.ts', import.meta.url), { out, cache });
  const note = (file: string, own: FileFacts | undefined) => {
    if (own) facts.set(file, own);
  };
  return {
    facts,
    async put(file, content) {
      const [own] = await threads.ask([{ file, ...content }], [content.made]);
      note(file, own);
    },
    async putAll(tasks) {
      const starts = Array.from({ length: Math.ceil(tasks.length / batch) }, (_, at) => at * batch);
      const putSome = async (some: readonly KnownTask[]) => {
        const found = await threads.ask(some.map(({ task }) => task));
        for (const [at, { task, known }] of some.entries()) note(task.file, found[at] ?? known);
      };
      await Promise.all(starts.map((from) => putSome(tasks.slice(from, from + batch))));
    },
    close: threads.close,
  };
}
