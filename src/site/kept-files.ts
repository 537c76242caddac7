/** Files that a build may find, or not, as an earlier run left them. */
import { readFileSync } from 'node:fs';

/** Undefined where there is no such file. Other errors of the file system are thrown. */
export function bytesIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Undefined where there is no such file, or no whole one, as after a power cut. What it says is for the caller to look at. */
export function jsonIfWhole(file: string): unknown {
  const bytes = bytesIfThere(file);
  if (!bytes) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
