/** Loaded by a page's first 摘入. */
import { siteOf } from './site.ts';
import { openStorage } from './storage.ts';
import { Taking } from './taking.ts';

declare global {
  interface Window {
    /** Takes in for the page whose script element this is; there once the script has run. */
    casebookTaking?: (own: HTMLElement) => Taking;
  }
}

window.casebookTaking = (own) => {
  const site = siteOf(own);
  return new Taking(site, openStorage(site.root));
};
