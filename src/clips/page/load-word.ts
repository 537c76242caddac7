import type {} from '../docx/start.ts';
import type { Manuscript } from '../model/manuscript.ts';

/** Makes the Word file; what writes it is loaded from `address` the first time. Throws where it cannot be loaded. */
export async function makeWordFile(manuscript: Manuscript, address: string): Promise<Blob> {
  if (!window.casebookWord) await loadScript(address);
  if (!window.casebookWord) throw new Error(`${address} did not register`);
  return window.casebookWord(manuscript);
}

/** As an element rather than an import, which pages read from a disk may not do. */
function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    // While developing it is a module.
    if (import.meta.env.DEV) script.type = 'module';
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(`${address} could not be loaded`));
    };
    document.head.append(script);
  });
}
