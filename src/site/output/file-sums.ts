import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** SHA-256 of the files of a folder, each computed once; who changes a file forgets its sum. */
export class FileSums {
  readonly #folder: string;
  readonly #known: Map<string, string>;

  constructor(folder: string, known: Iterable<readonly [string, string]> = []) {
    this.#folder = folder;
    this.#known = new Map(known);
  }

  of(file: string): string {
    const sum = this.#known.get(file) ?? sumOf(readFileSync(join(this.#folder, file)));
    this.#known.set(file, sum);
    return sum;
  }

  forget(file: string): void {
    this.#known.delete(file);
  }
}

/** SHA-256 in hex. */
export function sumOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
