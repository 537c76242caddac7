/** On every page: the number of clips in the header, and 摘入 beside each passage and figure. A classic script, so that it also runs from a disk. */
import { urls } from '../../site/urls.ts';
import { pageAddress, siteOf } from './site.ts';
import { openStorage } from './storage.ts';
import { TakeButtons } from './take-buttons.ts';

const own = document.querySelector('script[data-clips]');
if (!(own instanceof HTMLScriptElement)) throw new Error('The page has no script with data-clips.');

const site = siteOf(own);
const storage = openStorage(site.root);
const buttons = new TakeButtons(site, storage, pageAddress(site, urls.clips()));
buttons.start();
