import { existsSync, readdirSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import type { ViteUserConfig } from 'astro';
import type { Report } from '../intake/report.ts';
import type { SiteFolders } from './folders.ts';

type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>;

/** Astro compiles scripts for the newest browsers and offers no option of its own. */
export function compileFor(target: string): Plugin {
  return {
    name: 'casebook:compile-for',
    configEnvironment: (name) => (name === 'client' ? { build: { target } } : undefined),
  };
}

/**
 * Scripts and styles name other files relative to themselves, so that the site works in any folder.
 * All styles are in `assets`, a folder in the site's root.
 */
export function relativeAssets(assets: string): Plugin {
  return {
    name: 'casebook:relative-assets',
    config: () => ({
      experimental: {
        renderBuiltUrl(file, { hostType, ssr }) {
          if (hostType === 'css') return posix.relative(assets, file);
          return hostType === 'js' && !ssr ? { relative: true } : undefined;
        },
      },
    }),
  };
}

/** What a compiled guide imports (`astro/jsx-runtime`) is found from the checkout, wherever the guide's own folder is. */
export function contentOutsideCheckout(folders: SiteFolders): Plugin {
  const importer = join(folders.program, 'src/content.config.ts');
  return {
    name: 'casebook:content-outside-checkout',
    enforce: 'pre',
    resolveId(source, from) {
      const isBare = /^[@\w]/.test(source) && !source.includes(':');
      if (!isBare || folders.site === folders.program || !from?.startsWith(folders.content)) return undefined;
      return this.resolve(source, importer, { skipSelf: true });
    },
  };
}

/** Folders in content/ whose files Astro renders. */
const guideFolders = ['practices', 'pages'];

/**
 * The guides that Astro may render are those of this site, without the ones that `report` finds broken.
 * Astro keeps their list in the checkout's `.astro/`, where a build of another site puts its own; the list here has the
 * same keys and addresses as Astro 7's.
 */
export function guidesOfSite(folders: SiteFolders, report: Report): Plugin {
  const list = '\0casebook:guides';
  return {
    name: 'casebook:guides-of-site',
    resolveId: { order: 'pre', filter: { id: /^astro:content-module-imports$/ }, handler: () => list },
    load: (id) => (id === list ? guideList(folders, report) : undefined),
    configureServer(server) {
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(folders.content) || !path.endsWith('.mdx')) return;
        for (const { moduleGraph } of Object.values(server.environments)) {
          const module = moduleGraph.getModuleById(list);
          if (module) moduleGraph.invalidateModule(module);
        }
      });
    },
  };
}

function guideList({ program, site, content }: SiteFolders, report: Report): string {
  const broken = new Set(report.files.filter(({ errors }) => errors.length > 0).map(({ file }) => join(site, file)));
  const files = guideFolders
    .map((name) => join(content, name))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((file) => file.endsWith('.mdx') && !broken.has(file))
    .map((file) => relative(program, file).split(sep).join('/'))
    .sort();
  const entries = files.map((file) => {
    const query = new URLSearchParams({ 'astro:content-layer-deferred-module': '', fileName: file, astroContentModuleFlag: 'true' });
    return `[${JSON.stringify(file)}, () => import(${JSON.stringify(`astro:content-layer-deferred-module?${query}`)})]`;
  });
  return `export default new Map([${entries.join(',\n')}]);`;
}
