/** All articles at hand, as bytes: the repository's five and the fixtures. */
import { readdirSync, readFileSync } from 'node:fs';

const folders = ['../../../seeds/', '../../fixtures/articles/'].map((path) => new URL(path, import.meta.url));

export const articles: readonly { name: string; bytes: Buffer }[] = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) })),
);
