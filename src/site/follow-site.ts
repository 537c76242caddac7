/** `npm run dev`: when an editor saves, the site is read again, and its pages are asked for anew. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { guideLoaderName } from '../intake/loaders.ts';
import type { SiteFolders } from './folders.ts';
import { watchFolders } from './watch-folders.ts';

type DevServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

/** How long an editor's program may take to write what it saves, in milliseconds. */
const settling = 300;

/** Folders in content/ with guides, which Astro renders. */
const guides = ['practices', 'pages'] as const;

/**
 * `read` is told which files have changed, reads the site, and answers with what lays the new reading ready; with nothing where it is
 * what it was. That is done between two pages, never while one is made, so that no page is half old and nothing of an old one is kept.
 * `onFailure` gets what is thrown.
 */
export function followSite(
  folders: SiteFolders,
  read: (changed: ReadonlySet<string>) => Promise<(() => void) | undefined>,
  onFailure: (error: unknown) => void,
): AstroIntegration {
  const guideFolders = guides.map((name) => join(folders.content, name));
  const isGuide = (path: string) => guideFolders.some((folder) => path.startsWith(folder));
  let stop: () => void = () => undefined;
  return {
    name: 'casebook:follow-site',
    hooks: {
      'astro:server:setup': ({ server, refreshContent }) => {
        const turns = takeTurns();
        server.middlewares.use(turns.request);
        server.watcher.add(guideFolders);
        const follow = async (changed: ReadonlySet<string>) => {
          const layReady = await read(changed);
          const hasGuide = [...changed].some(isGuide);
          if (!layReady && !hasGuide) return;
          await turns.between(async () => {
            layReady?.();
            if (hasGuide) await refreshContent?.({ loaders: guides.map(guideLoaderName) });
            askAnew(server);
          });
        };
        // Astro sets its server up again where its own configuration has changed.
        stop();
        stop = watchFolders(
          [folders.seeds, folders.content, join(folders.content, 'cases'), ...guideFolders],
          afterRest(follow, onFailure),
        );
      },
    },
  };
}

/** Astro forgets the pages that it knows, and browsers load theirs again. */
function askAnew(server: DevServer): void {
  for (const [name, { hot }] of Object.entries(server.environments)) {
    if (name === 'client') hot.send({ type: 'full-reload', path: '*' });
    else hot.send('astro:content-changed', {});
  }
}

/** Collects what is said until nothing has been said for a while; one `act` begins when the one before has ended. */
function afterRest(act: (said: ReadonlySet<string>) => Promise<void>, onFailure: (error: unknown) => void): (word: string) => void {
  let said = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let before = Promise.resolve();
  return (word) => {
    said.add(word);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const words = said;
      said = new Set();
      before = before.then(() => act(words)).catch(onFailure);
    }, settling);
  };
}

interface Turns {
  /** A middleware: requests wait while something is done between them. */
  request(request: IncomingMessage, response: ServerResponse, next: () => void): void;
  /** Does it as soon as no page is being made, and the pages that are asked for meanwhile afterwards. */
  between(act: () => Promise<void>): Promise<void>;
}

function takeTurns(): Turns {
  let making = 0;
  let waiting: (() => void)[] | undefined;
  let onRest: () => void = () => undefined;
  return {
    request(_, response, next) {
      const serve = () => {
        making += 1;
        response.once('close', () => {
          making -= 1;
          if (making === 0) onRest();
        });
        next();
      };
      if (waiting) waiting.push(serve);
      else serve();
    },
    async between(act) {
      const held: (() => void)[] = [];
      waiting = held;
      if (making > 0) await new Promise<void>((resolve) => (onRest = resolve));
      try {
        await act();
      } finally {
        waiting = undefined;
        for (const serve of held) serve();
      }
    },
  };
}
