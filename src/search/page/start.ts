/** The search page. A classic script, so that it also runs where modules may not: in old browsers and from a disk. */
import { byId } from './elements.ts';
import { openEngine } from './open-engine.ts';
import { SearchPage } from './search-page.ts';

const own = document.querySelector('script[data-worker]');
if (!(own instanceof HTMLScriptElement)) throw new Error('The search page has no script with data-worker.');

const page = new SearchPage(() =>
  openEngine(
    {
      worker: new URL(own.dataset.worker ?? '', own.src).href,
      data: new URL('search/', document.baseURI).href,
      isModule: own.type === 'module',
    },
    (done, of) => page.showProgress(done, of),
  ),
);
page.start(byId('search-form', HTMLFormElement));
