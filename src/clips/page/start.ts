/** The folder's page. A classic script, so that it also runs where modules may not: in old browsers and from a disk. */
import { FolderPage } from './folder-page.ts';
import { siteOf } from './site.ts';
import { openStorage } from './storage.ts';

const own = document.querySelector('script[data-word]');
if (!(own instanceof HTMLScriptElement)) throw new Error('The folder page has no script with data-word.');

const site = siteOf(own);
const page = new FolderPage(site, openStorage(site.root), new URL(own.dataset.word ?? '', document.baseURI).href);
void page.start();
