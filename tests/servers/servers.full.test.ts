import { chmodSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { filesOf } from '../../src/site/output/files-of.ts';
import { htaccess } from '../../src/site/servers/apache.ts';
import { type ServerSite, serverSite } from '../../src/site/servers/server-site.ts';
import { temporaryFolder } from '../setup/folder.ts';
import { freePort } from '../setup/free-port.ts';
import { sumsOf } from '../setup/tree.ts';
import { collectFaults, openBrowser } from '../site/browser.ts';
import * as configs from './configs.ts';
import { ensurePrograms } from './programs.ts';
import { type RunningProgram, run } from './running.ts';

/** A folder of a server with what folders of offices are called. */
const subfolder = 'dj/党建 案例/';

let programs: ReturnType<typeof ensurePrograms<'nginx' | 'apache' | 'lighttpd' | 'caddy' | 'busybox' | 'python'>>;
let browser: Browser;
/** One build, as it is and in a folder of a server's root. */
const mounts: Record<string, Omit<configs.Mount, 'port' | 'work'>> = {};
let files: string[] = [];

beforeAll(async () => {
  programs = ensurePrograms(['nginx', 'apache', 'lighttpd', 'caddy', 'busybox', 'python']);
  browser = await openBrowser();
  const parent = readable(temporaryFolder());
  const atRoot = join(parent, 'root');
  cpSync(inject('siteDir'), atRoot, { recursive: true });
  if (!existsSync(join(atRoot, 'SHA256SUMS'))) {
    writeFileSync(
      join(atRoot, 'SHA256SUMS'),
      Object.entries(sumsOf(atRoot))
        .map(([path, sum]) => `${sum}  ${path}\n`)
        .join(''),
    );
  }
  files = filesOf(atRoot);
  mounts['at its root'] = { root: atRoot, folder: atRoot, site: serverSite(atRoot, files, undefined) };
  const root = join(parent, 'other');
  const folder = join(root, subfolder);
  cpSync(atRoot, folder, { recursive: true });
  const site = serverSite(folder, files, `https://dj.example.gov.cn/${encodeURI(subfolder)}`);
  // What content/site.yaml would have said.
  writeFileSync(join(folder, '.htaccess'), htaccess(site));
  mounts['in a folder with Chinese characters and a space'] = { root, folder, site };
});

afterAll(() => browser.close());

/** A server that gives up root's rights reads it, too. */
function readable(folder: string): string {
  chmodSync(folder, 0o755);
  return folder;
}

interface ServerCase {
  name: string;
  command(mount: configs.Mount): string[];
  /** Whether the site's own files tell the server what to do, or its administrator knows nothing of the site. */
  isTold: boolean;
  /** Whether its own setting shows the site's page for what is not there. */
  ownNotFound: boolean;
  /** What check.html advises; it never finds an error. */
  advice: string[];
}

const servers: ServerCase[] = [
  {
    name: 'nginx',
    command: (mount) => configs.nginxCommand(programs.nginx, mount, configs.withSnippet(mount)),
    isTold: true,
    ownNotFound: true,
    advice: [],
  },
  { name: 'Apache', command: (mount) => configs.apacheCommand(programs.apache, mount), isTold: true, ownNotFound: true, advice: [] },
  { name: 'Caddy', command: (mount) => configs.caddyCommand(programs.caddy, mount), isTold: true, ownNotFound: true, advice: [] },
  {
    name: 'lighttpd',
    command: (mount) => configs.lighttpdCommand(programs.lighttpd, mount),
    isTold: false,
    ownNotFound: true,
    advice: ['noPolicy', 'notCompressed', 'notKept'],
  },
  {
    name: 'busybox httpd',
    command: (mount) => configs.busyboxCommand(programs.busybox, mount),
    isTold: false,
    ownNotFound: true,
    advice: ['noCharset', 'noPolicy', 'notCompressed', 'notKept'],
  },
  {
    name: "Python's http.server",
    command: (mount) => configs.pythonCommand(programs.python, mount),
    isTold: false,
    ownNotFound: false,
    advice: ['missingPlain', 'noCharset', 'noPolicy', 'notCompressed', 'notKept'],
  },
];

const kinds = [
  ...['index', 'search', 'matrix', 'compare', 'problems', 'clips', 'about', 'help', 'check'].map((name) => `${name}.html`),
  ...['cases', 'practices', 'places', 'methods'].map((name) => `${name}/index.html`),
];

/** One page of each kind. */
function pageKinds(): string[] {
  const entries = ['cases', 'practices', 'places', 'methods'].map((kind) =>
    files.find((file) => new RegExp(`^${kind}/[^/]+\\.html$`).test(file) && !file.endsWith('/index.html')),
  );
  return [...kinds, ...entries.flatMap((file) => file ?? [])];
}

describe.each(servers)('$name', ({ command, isTold, ownNotFound, advice }) => {
  describe.each(['at its root', 'in a folder with Chinese characters and a space'])('%s', (where) => {
    let server: RunningProgram;
    let url: string;

    beforeAll(async () => {
      const mount = { ...(mounts[where] as (typeof mounts)[string]), port: await freePort(), work: readable(temporaryFolder()) };
      server = await run(command(mount), mount.port, { HOME: mount.work, XDG_DATA_HOME: mount.work, XDG_CONFIG_HOME: mount.work });
      url = server.url + (where === 'at its root' ? '' : encodeURI(subfolder));
    });

    afterAll(() => server?.stop());

    it('sends every kind of page, and folders', async () => {
      for (const path of [...pageKinds(), '', 'cases/', 'practices/']) {
        const answer = await fetch(url + path);
        expect([path, answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([path, 200, 'text/html']);
        if (isTold) expect([path, answer.headers.get('content-type')?.toLowerCase()]).toEqual([path, 'text/html; charset=utf-8']);
        expect(await answer.text()).toContain('<meta charset="utf-8">');
      }
    });

    it('says at any depth that there is nothing', async () => {
      for (const path of ['nothing.html', 'cases/a/b/nothing.html', 'data/nothing.json', 'nothing.csv', '_astro/nothing.js']) {
        const answer = await fetch(url + path);
        expect([path, answer.status]).toEqual([path, 404]);
        const text = await answer.text();
        if (!ownNotFound) continue;
        expect(text).toContain('没有找到这个页面');
        expect(answer.headers.get('content-type')).toContain('text/html');
      }
    });

    it('lets a reader search, by the index, and go on to the passage', async () => {
      await withPage(url, async (page) => {
        await page.goto(`${url}search.html?q=${encodeURIComponent('跨村联建')}`);
        await page.locator('#hits[data-total]').waitFor();
        expect(await page.locator('#reading-note').textContent()).toBe('');
        await page.locator('#hits a[href*="#p"]').first().click();
        await page.waitForURL(/\/cases\/[^/]+\.html.*#p[0-9a-f]{6}/);
        expect(await page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`).textContent()).toContain('跨村联建');
      });
    });

    it('follows a deep link into the passage', async () => {
      const file = files.find((each) => /^data\/cases\/.+\.json$/.test(each)) ?? '';
      const entry = JSON.parse(readFileSync(join(mounts['at its root']?.root ?? '', file), 'utf8'));
      const block = entry.blocks.at(-1);
      await withPage(url, async (page) => {
        await page.goto(`${url}${entry.url}#${block.id}`);
        const box = await page.locator(`[id="${block.id}"]`).boundingBox();
        expect(box?.y).toBeLessThan(800);
        expect(box?.y).toBeGreaterThanOrEqual(0);
      });
    });

    it('is what check.html wants, but for its advice', async () => {
      const page = await browser.newPage();
      await page.goto(`${url}check.html`);
      await page.locator('#check[data-done]').waitFor();
      const found = await page.locator('[data-finding]').evaluateAll((all) => all.map((each) => each.getAttribute('data-finding')));
      const details = await page.locator('#check-findings').textContent();
      await page.close();
      expect(found, details ?? '').toEqual(advice);
    });
  });
});

async function withPage(url: string, read: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const faults = collectFaults(page, url);
  await read(page);
  await context.close();
  expect(faults).toEqual([]);
}

describe('check.html names the mistake in the settings of an nginx that', () => {
  const mistakes: [what: string, inside: (site: ServerSite) => string, kind: string][] = [
    [
      'knows only the types of pages',
      () => 'types { text/html html; text/css css; text/javascript js; } default_type text/plain;',
      'wrongType',
    ],
    ['says GBK', () => `${commonTypes} charset gbk;`, 'wrongCharset'],
    ['shows the home page for everything', () => `${commonTypes} try_files $uri $uri/index.html /index.html;`, 'missingAnswered'],
    ['has no page for folders', () => `${commonTypes} location ~ /$ { return 403; }`, 'folderPage'],
    ['keeps everything for a month', () => `${commonTypes} expires 30d;`, 'keptTooLong'],
    ['forbids WebAssembly', () => `${commonTypes} add_header Content-Security-Policy "default-src 'self'; style-src 'self'";`, 'wasmFails'],
    ['forbids workers', () => `${commonTypes} add_header Content-Security-Policy "default-src 'self'; worker-src 'none'";`, 'workerFails'],
    ['hides endings that it does not know', () => `${commonTypes} location ~ \\.pf_index$ { return 404; }`, 'refused'],
    ['has one folder of an older build', () => `${commonTypes} location = /casebook.json { return 200 '{"build":"0"}'; }`, 'mixture'],
    ['sends no header of the site', () => commonTypes, 'noPolicy'],
    ['does not compress', () => commonTypes, 'notCompressed'],
  ];

  it.each(mistakes)('%s', async (_what, inside, kind) => {
    const { root, site } = mounts['at its root'] as (typeof mounts)[string];
    const mount = { port: await freePort(), work: temporaryFolder() };
    const server = await run(configs.nginxCommand(programs.nginx, mount, `root "${root}"; index index.html; ${inside(site)}`), mount.port);
    const page = await browser.newPage();
    try {
      await page.goto(`${server.url}check.html`);
      await page.locator('#check[data-done]').waitFor();
      const found = await page.locator('[data-finding]').evaluateAll((all) => all.map((each) => each.getAttribute('data-finding')));
      expect(found).toContain(kind);
    } finally {
      await page.close();
      await server.stop();
    }
  });
});

const commonTypes =
  'types { text/html html; text/css css; text/javascript js; application/json json; image/svg+xml svg; } default_type application/octet-stream;';
