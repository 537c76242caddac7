import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { constantTokens } from './src/site/constant-tokens.ts';
import { assetsFolder, siteFolders } from './src/site/folders.ts';
import { compileFor, contentOutsideCheckout, relativeAssets } from './src/site/vite-plugins.ts';

// `npm run build` and `npm run dev` (src/site/rendering/render-pages.ts, src/cli/dev.ts) use this file too.
// Astro writes into the site's cache; the build takes the pages from there.
const folders = siteFolders();

const styles = fileURLToPath(new URL('./src/styles/', import.meta.url));

/** The bundler's number of `light-dark()`: we do not use it, and its stand-in would weigh on every style sheet. */
const lightDark = 1 << 20;

/** Oldest browser that must read the site. */
const oldestBrowser = 'chrome80';

export default defineConfig({
  root: folders.program,
  publicDir: folders.public,
  outDir: `${folders.cache}/pages`,
  cacheDir: folders.cache,
  integrations: [mdx()],
  // Quotation marks stay as the editor wrote them.
  markdown: { processor: unified({ gfm: true, smartypants: false }), syntaxHighlight: false },
  build: { format: 'preserve', assets: assetsFolder, inlineStylesheets: 'never', concurrency: 16 },
  prerenderConflictBehavior: 'error',
  compressHTML: 'jsx',
  // The default wraps selectors in `:where`, which came with Chrome 88.
  scopedStyleStrategy: 'class',
  devToolbar: { enabled: false },
  server: { host: '127.0.0.1' },
  vite: {
    cacheDir: `${folders.cache}/vite`,
    css: { lightningcss: { exclude: lightDark } },
    build: { assetsInlineLimit: 0, cssTarget: oldestBrowser, rolldownOptions: { onLog } },
    server: { strictPort: true, fs: { allow: [folders.program, folders.site] } },
    plugins: [constantTokens(styles), compileFor(oldestBrowser), relativeAssets(assetsFolder), contentOutsideCheckout(folders)],
  },
});

/** Astro marks every guide with a directive of its own, which the bundler reports as unknown. */
function onLog(level, log, report) {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE' || !log.message.includes('astro:')) report(level, log);
}
