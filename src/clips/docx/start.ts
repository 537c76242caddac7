/** A classic script that the folder's page loads when a Word file is asked for; from a disk no module could be. */
import type { Manuscript } from '../model/manuscript.ts';
import { wordFile } from './document.ts';

declare global {
  interface Window {
    /** Makes the Word file; there once the script has run. */
    casebookWord?: (manuscript: Manuscript) => Promise<Blob>;
  }
}

window.casebookWord = wordFile;
