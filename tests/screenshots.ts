import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContextOptions, chromium } from 'playwright-core';
import { serve } from '../src/site/serve.ts';
import { ensureChromium } from './setup/chromium.ts';
import { casebook, program } from './setup/command.ts';

/**
 * `npm run screenshots [-- FOLDER]`: builds the site, opens one page of each kind in every window and theme, and writes a
 * PNG of each: `case-1280-dark.png`.
 */
const folder = resolve(process.argv[2] ?? join(program, 'node_modules/.casebook/screenshots'));

const windows: { name: string; whole: boolean; options: BrowserContextOptions }[] = [
  { name: '1280', whole: true, options: { viewport: { width: 1280, height: 800 } } },
  { name: '1366x768', whole: false, options: { viewport: { width: 1366, height: 768 } } },
  { name: '390', whole: true, options: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 } },
];
const themes = ['light', 'dark'] as const;

/** Of the kinds with many pages the one with the most on it. */
function pagesOf(dist: string): [name: string, path: string][] {
  const largest = (kind: string) =>
    readdirSync(join(dist, kind))
      .filter((name) => name.endsWith('.html') && name !== 'index.html')
      .map((name) => `${kind}/${name}`)
      .sort((a, b) => statSync(join(dist, b)).size - statSync(join(dist, a)).size || (a < b ? -1 : 1))
      .slice(0, 1);
  const lists = ['cases', 'practices', 'places', 'methods'];
  return [
    ['home', 'index.html'],
    ...['search', 'matrix', 'compare', 'problems', 'clips', 'about', 'help', '404'].map((name): [string, string] => [name, `${name}.html`]),
    ['search-hits', 'search.html?q=%E8%B7%A8%E6%9D%91%E8%81%94%E5%BB%BA'],
    ...lists.map((kind): [string, string] => [kind, `${kind}/index.html`]),
    ...lists.flatMap((kind) => largest(kind).map((path): [string, string] => [kind.slice(0, -1), path])),
    ...largest('compare').map((path): [string, string] => ['pair', path]),
  ];
}

const parent = mkdtempSync(join(tmpdir(), 'casebook-screenshots-'));
const dist = join(parent, 'dist');
try {
  const built = await casebook(['build'], { CASEBOOK_OUT: dist });
  if (built.status !== 0) throw new Error(`${built.stdout}\n${built.stderr}`);
  mkdirSync(folder, { recursive: true });
  const site = await serve(dist, { port: 0 });
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  for (const { name: size, whole, options } of windows) {
    for (const colorScheme of themes) {
      const context = await browser.newContext({ ...options, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      for (const [name, path] of pagesOf(dist)) {
        await page.goto(site.url + path, { waitUntil: 'networkidle' });
        await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`), fullPage: whole });
      }
      await context.close();
    }
  }
  await browser.close();
  await site.close();
} finally {
  rmSync(parent, { recursive: true, force: true });
}
console.log(folder);
