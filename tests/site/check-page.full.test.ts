import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { isSent } from '../../src/site/output/file-types.ts';
import { serve } from '../../src/site/serve.ts';
import { temporaryFolder } from '../setup/folder.ts';
import { sumsOf } from '../setup/tree.ts';
import { openBrowser } from './browser.ts';
import { type Answer, type Fault, faultyServer } from './faulty-server.ts';

let browser: Browser;
let folder: string;
let upstream: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  browser = await openBrowser();
  folder = join(temporaryFolder(), 'dist');
  cpSync(inject('siteDir'), folder, { recursive: true });
  if (!existsSync(join(folder, 'SHA256SUMS'))) writeSums(folder);
  upstream = await serve(folder, { port: 0 });
});

afterAll(async () => {
  await browser.close();
  await upstream.close();
});

/** As sha256sum writes them. */
function writeSums(site: string): void {
  const lines = Object.entries(sumsOf(site)).map(([path, sum]) => `${sum}  ${path}\n`);
  writeFileSync(join(site, 'SHA256SUMS'), lines.join(''));
}

/** What check.html says on a server with this fault: the kinds of its findings, and its whole text. */
async function check(fault: Fault, more?: (page: Page) => Promise<void>): Promise<{ found: string[]; text: string }> {
  const server = await faultyServer(upstream.url, fault);
  const page = await browser.newPage();
  try {
    await page.goto(`${server.url}check.html`);
    await page.locator('#check[data-done]').waitFor();
    await more?.(page);
    const found = await page.locator('[data-finding]').evaluateAll((all) => all.map((each) => each.getAttribute('data-finding') ?? ''));
    return { found, text: await page.locator('#check').evaluate(({ textContent }) => textContent ?? '') };
  } finally {
    await page.close();
    await server.close();
  }
}

const sound: Fault = (_path, answer) => answer;

/** The same fault for the paths that match. */
const on =
  (paths: RegExp, change: (answer: Answer, path: string) => Answer | undefined): Fault =>
  (path, answer) =>
    paths.test(path) ? change(answer, path) : answer;

const withHeader =
  (name: string, value: string | undefined) =>
  ({ headers: { [name]: _old, ...headers }, ...rest }: Answer): Answer => ({
    ...rest,
    headers: value === undefined ? headers : { ...headers, [name]: value },
  });

const page = (text: string, status = 200): Answer => ({ status, headers: { 'content-type': 'text/html' }, body: Buffer.from(text) });

const policy =
  (change: (policy: string) => string): Fault =>
  (_path, answer) =>
    withHeader('content-security-policy', change(answer.headers['content-security-policy'] ?? ''))(answer);

it('finds nothing on a sound server', async () => {
  const { found, text } = await check(sound);
  expect(text).toContain('检查完毕：一切正常。');
  expect(found).toEqual([]);
});

const faults: [what: string, fault: Fault, kind: string, words: string[]][] = [
  [
    'does not know an ending',
    on(/\.pf_index/, () => page('', 404)),
    'refused',
    ['pf_index：状态 404', 'application/octet-stream', 'web.config'],
  ],
  ['answers 500 for a type', on(/\.csv/, () => page('', 500)), 'refused', ['.csv：状态 500', '500.19']],
  ['cuts the line', on(/\.csv/, () => undefined), 'unreachable', ['.csv']],
  [
    'sends to a login page',
    on(/\.json/, (answer, path) => (path === 'check.json' ? answer : { ...page('', 302), headers: { location: '/index.html' } })),
    'unreachable',
    ['被转到'],
  ],
  [
    'writes a script into pages',
    on(/\.html/, (answer) => ({ ...answer, body: Buffer.concat([answer.body, Buffer.from('<script src=a.js></script>')]) })),
    'changed',
    ['.html：应为', '防篡改'],
  ],
  [
    'changes the ends of lines',
    on(/\.csv/, (answer) => ({ ...answer, body: Buffer.from(answer.body.toString().replaceAll('\r\n', '\n')) })),
    'changed',
    ['FTP', '二进制'],
  ],
  [
    'changes a byte',
    on(/\.pf_meta/, (answer) => ({ ...answer, body: Buffer.from(answer.body.map((byte, i) => (i === 40 ? byte ^ 1 : byte))) })),
    'changed',
    ['字节数相同，内容不同'],
  ],
  [
    'sends scripts as text',
    on(/search\/.*\.js$/, withHeader('content-type', 'text/plain')),
    'wrongType',
    ['“text/plain”，应为“text/javascript; charset=utf-8”', 'types { }', 'AddType'],
  ],
  ['sends the index as a page', on(/\.pf_index/, withHeader('content-type', 'text/html')), 'wrongType', ['pf_index：是“text/html”']],
  ['says no type', on(/\.svg/, withHeader('content-type', undefined)), 'wrongType', ['.svg：是“没有说明”']],
  ['says GBK', on(/\.html/, withHeader('content-type', 'text/html; charset=gbk')), 'wrongCharset', ['charset=gbk', 'charset utf-8;']],
  ['says no character set', on(/\.csv/, withHeader('content-type', 'text/csv')), 'noCharset', ['.csv：是“text/csv”']],
  [
    'shows the home page for everything',
    (_path, answer) => (answer.status === 404 ? page('首页') : answer),
    'missingAnswered',
    ['状态 200，应为 404', 'try_files', 'FallbackResource'],
  ],
  [
    'has a page of its own for what is not there',
    (_path, answer) => (answer.status === 404 ? page('Not Found', 404) : answer),
    'missingPlain',
    ['error_page 404', 'address'],
  ],
  [
    'does not show the page of a folder',
    on(/(^|\/)$/, () => page('', 403)),
    'folderPage',
    ['cases/：状态 403', 'DirectoryIndex index.html', '默认文档'],
  ],
  ['forbids WebAssembly', policy((text) => text.replace(" 'wasm-unsafe-eval'", '')), 'wasmFails', ["'wasm-unsafe-eval'", '97']],
  ['forbids workers', policy((text) => text.replace("worker-src 'self'", "worker-src 'none'")), 'workerFails', ['worker-src']],
  [
    'has an older marker',
    on(/casebook\.json/, (answer) => ({ ...answer, body: Buffer.from('{"generator":"casebook","build":"0011223344556677"}') })),
    'mixture',
    ['casebook.json 是 0011223344556677', '整个替换'],
  ],
  [
    'has an older check.html',
    on(/check\.html/, (answer) => ({
      ...answer,
      body: Buffer.from(answer.body.toString().replace(/data-build="\w+"/, 'data-build="0011223344556677"')),
    })),
    'mixture',
    ['本页是 0011223344556677'],
  ],
  [
    'keeps pages for a month',
    on(/\.html/, withHeader('cache-control', 'max-age=2592000')),
    'keptTooLong',
    ['max-age=2592000', 'Cache-Control no-cache'],
  ],
  [
    'lets data expire next year',
    on(/\.json/, (answer) => withHeader('expires', 'Fri, 01 Jan 2100 00:00:00 GMT')(withHeader('cache-control', undefined)(answer))),
    'keptTooLong',
    ['Expires: Fri, 01 Jan 2100'],
  ],
  [
    'sends no policy',
    (_path, answer) => withHeader('content-security-policy', undefined)(withHeader('x-content-type-options', undefined)(answer)),
    'noPolicy',
    ['Content-Security-Policy、X-Content-Type-Options', 'mod_headers'],
  ],
  [
    'packs nothing',
    (_path, answer) => withHeader('content-encoding', 'identity')(answer),
    'notCompressed',
    ['静态内容压缩', 'gzip on;', 'mod_deflate'],
  ],
  [
    'has nothing kept',
    (_path, answer) => withHeader('cache-control', undefined)(answer),
    'notKept',
    ['没有 Cache-Control', 'max-age=31536000'],
  ],
];

describe('names the fault of a server that', () => {
  it.each(faults)('%s', async (_what, fault, kind, words) => {
    const { found, text } = await check(fault);
    expect(found).toContain(kind);
    for (const each of words) expect(text).toContain(each);
  });
});

describe('what was withdrawn', () => {
  const withdrawn = 'cases/withdrawn-one.html';
  const stillThere: Fault = on(/^cases\/withdrawn-one\.html$/, () => page('撤下的案例'));

  it('is named where a list that a cache kept still shows it', async () => {
    const staleList = on(/^data\/cases\.json$/, (answer) => ({ ...answer, body: Buffer.from(`{"cases":[{"url":"${withdrawn}"}]}`) }));
    const { found, text } = await check((path, answer) => stillThere(path, staleList(path, answer) as Answer));
    expect(found).toContain('oldAnswers');
    expect(text).toContain(withdrawn);
  });

  it('is named where a person gives its address', async () => {
    const { found, text } = await check(stillThere, async (opened) => {
      await opened
        .locator('#check-addresses')
        .fill(`${new URL(withdrawn, opened.url()).href}#p1\n cases/gone.html \nhttps://elsewhere.example/a.html`);
      await opened.locator('#check-old').click();
      await opened.locator('#check-status').filter({ hasText: '查了 2 个地址，1 个仍打得开' }).waitFor();
    });
    expect(found).toEqual(['oldAnswers']);
    expect(text).toContain(withdrawn);
  });

  it('is named where a person gives the sums of the build before', async () => {
    const before = `${readFileSync(join(folder, 'SHA256SUMS'), 'utf8')}${'0'.repeat(64)}  ${withdrawn}\n`;
    const { found } = await check(stillThere, async (opened) => {
      await opened.locator('#check-addresses').fill(before);
      await opened.locator('#check-old').click();
      await opened.locator('#check-status').filter({ hasText: '查了 1 个地址，1 个仍打得开' }).waitFor();
    });
    expect(found).toEqual(['oldAnswers']);
  });
});

it('compares all files and names those of another build', async () => {
  const files = Object.keys(sumsOf(folder)).filter((path) => isSent(path) && path !== 'SHA256SUMS').length;
  const old = on(/^about\.html$/, (answer) => ({ ...answer, body: Buffer.from('旧的一页') }));
  const { found, text } = await check(old, async (opened) => {
    await opened.locator('#check-all').click();
    await opened
      .locator('#check-status')
      .filter({ hasText: `核对了 ${files} 个文件` })
      .waitFor();
  });
  expect(found).toEqual(['changed']);
  expect(text).toContain('about.html');
});

it('says from a disk that it wants a server', async () => {
  const opened = await browser.newPage();
  await opened.goto(`file://${encodeURI(folder)}/check.html`);
  await opened.locator('#check-status').filter({ hasText: '这一页要在服务器上打开' }).waitFor();
  await opened.close();
});
