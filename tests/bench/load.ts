/**
 * `npm run bench:load`: the built site on nginx with the site's own snippet, under sustained load, while readers search
 * it in Chromium. Prints throughput, latency and errors of both; exit status 1 where there is any error.
 * `CASEBOOK_OUT` names a built site (default: dist/), `SECONDS` how long (default: 30).
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { siteFolders } from '../../src/site/folders.ts';
import { filesOf } from '../../src/site/output/files-of.ts';
import { serverSite } from '../../src/site/servers/server-site.ts';
import { nginxCommand, withSnippet } from '../servers/configs.ts';
import { ensurePrograms } from '../servers/programs.ts';
import { run } from '../servers/running.ts';
import { ensureChromium } from '../setup/chromium.ts';
import { freePort } from '../setup/free-port.ts';

const seconds = Number(process.env.SECONDS ?? 30);
const connections = 50;
/** What readers look for, one after the other: words, a phrase, what is not there. */
const queries = ['跨村联建', '村级集体经济', '党员', '人才回引', '网格', '流动党员', '没有这样的词'];

const folder = siteFolders().out;
if (!existsSync(join(folder, 'casebook.json'))) throw new Error(`${folder} holds no built site: run npm run build first.`);
const programs = ensurePrograms(['nginx', 'wrk']);
const work = mkdtempSync(join(tmpdir(), 'casebook-load-'));

/** Asks for every file of the site in turn, from a place of its own for each thread; accepts packed answers as browsers do. */
function loadScript(paths: readonly string[]): string {
  return `local paths = {${paths.map((path) => JSON.stringify(`/${path.split('/').map(encodeURIComponent).join('/')}`)).join(',')}}
local at = 0
function init() math.randomseed(#paths); at = math.random(#paths) end
function request() at = at % #paths + 1; return wrk.format("GET", paths[at], {["Accept-Encoding"] = "gzip"}) end
`;
}

interface Readers {
  searches: number;
  milliseconds: number[];
  errors: string[];
}

/** Real sessions, one after the other: a new browser profile, a search, its hits, the passage of the first. */
async function readUntil(end: number, url: string): Promise<Readers> {
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox', '--disable-background-networking'] });
  const result: Readers = { searches: 0, milliseconds: [], errors: [] };
  while (performance.now() < end) {
    const query = queries[result.searches % queries.length] ?? '';
    const context = await browser.newContext();
    const page = await context.newPage();
    page.on('response', (response) => response.status() >= 400 && result.errors.push(`${response.status()} ${response.url()}`));
    page.on('requestfailed', (request) => result.errors.push(`${request.failure()?.errorText} ${request.url()}`));
    page.on('pageerror', ({ message }) => result.errors.push(message));
    const begun = performance.now();
    await page.goto(`${url}search.html?q=${encodeURIComponent(query)}`);
    await page.locator('#hits[data-total]').waitFor({ state: 'attached' });
    result.milliseconds.push(performance.now() - begun);
    const note = await page.locator('#reading-note').textContent();
    if (note) result.errors.push(note);
    const hit = page.locator('#hits a[href*="#p"]').first();
    if ((await hit.count()) > 0) {
      await hit.click();
      await page.waitForURL(/\/cases\//);
    }
    await context.close();
    result.searches += 1;
  }
  await browser.close();
  return result;
}

const site = serverSite(folder, filesOf(folder), undefined);
const paths = filesOf(folder).filter((path) => !['web.config', '.htaccess'].includes(path));
const mount = { root: folder, folder, site, port: await freePort(), work };
writeFileSync(join(work, 'load.lua'), loadScript(paths));
const server = await run(nginxCommand(programs.nginx, mount, withSnippet(mount)), mount.port);
try {
  const load = promisify(execFile)(programs.wrk, [
    ...['-t', '2', '-c', String(connections), '-d', `${seconds}s`, '--latency', '-s', join(work, 'load.lua')],
    server.url,
  ]);
  const readers = await readUntil(performance.now() + seconds * 1000, server.url);
  const { stdout } = await load;
  const sorted = [...readers.milliseconds].sort((a, b) => a - b);
  const slowest = sorted.at(-1) ?? 0;
  console.log(stdout);
  console.log(`Files: ${paths.length}. wrk's errors: ${/Non-2xx|Socket errors/.exec(stdout) ? 'see above' : 0}.`);
  console.log(
    `Searches in Chromium meanwhile: ${readers.searches}; median ${Math.round(sorted[sorted.length >> 1] ?? 0)} ms, slowest ${Math.round(slowest)} ms; errors: ${readers.errors.length}.`,
  );
  for (const error of readers.errors.slice(0, 20)) console.log(`  ${error}`);
  if (readers.errors.length > 0 || /Non-2xx|Socket errors/.test(stdout)) process.exitCode = 1;
} finally {
  await server.stop();
  rmSync(work, { recursive: true, force: true });
}
