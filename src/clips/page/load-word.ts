import type {} from '../docx/start.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { loadScript } from './load-script.ts';

/** Makes the Word file; what writes it is loaded from `address` the first time. Throws where it cannot be loaded. */
export async function makeWordFile(manuscript: Manuscript, address: string): Promise<Blob> {
  if (!window.casebookWord) await loadScript(address);
  if (!window.casebookWord) throw new Error(`${address} did not register`);
  return window.casebookWord(manuscript);
}
