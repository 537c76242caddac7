import { resolve } from 'node:path';

/** A path as it was meant: npm runs commands in the program's folder, people write paths from where they called it. */
export function givenPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
