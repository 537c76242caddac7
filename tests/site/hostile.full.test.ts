import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../src/article/schema.ts';
import { inlineCodeIn } from '../../src/site/finishing/check-scripts.ts';
import { filesOf } from '../../src/site/output/files-of.ts';
import { type RunningServer, serve } from '../../src/site/serve.ts';
import { casebook } from '../setup/command.ts';
import { earlierOutput, fixtureSite, practice } from '../setup/fixture-site.ts';
import { collectFaults, openBrowser } from './browser.ts';

/** Sets a mark on the window wherever it runs. */
const run = 'window.__pwned=1';
const image = `<img src=x onerror=${run}>`;
const script = `</script><script>${run}</script>`;
const breakout = `"'><svg/onload=${run}>`;
const templates = `{{constructor.constructor('${run}')()}}\${${run}}{${run}}<%= ${run} %>]]>`;
const entities = `&lt;script&gt;${run}&lt;/script&gt;&#60;img src=x onerror=${run}&#62; end`;
const directions = '\u202e倒写\u2066隔离\u200f';

const article = `大田县：${image}跨村联建${script}
2022-03-18 09:30 来源：三明${image}日报 作者：${breakout}
近年来，大田县针对${image}力量分散的问题，推行“${script}四步”工作法，组建${image}联村党委8个，带动32个村抱团发展${script}。
一、${breakout}组织联建${templates}
大田县推行跨村联建，把模板写成${templates}，把实体写成${entities}，村级集体经济收入增长20%。
链接是javascript:${run}，也是[点这里](javascript:${run})，还有<a href="javascript:${run}">这里</a>，收入增加13万元。
文字倒着写${directions}，覆盖${directions}8个村，全部推行跨村联建。
`;

const yaml = (value: string) => JSON.stringify(value);

const site = {
  'seeds/lianjian.txt': article,
  [`seeds/${image.replaceAll('/', '')}.txt`]: article.replaceAll('大田县', '建宁县'),
  'seeds/page.html': `<html><head><meta name="ArticleTitle" content="${image.replaceAll('"', '')}大田县的网格"><meta property="og:url" content="javascript:${run}"></head><body onload="${run}">${script}<h1>大田县的网格</h1><p onclick="${run}">大田县推行跨村联建，组建联村党委8个${image}，带动32个村抱团发展。${entities}</p><a href="javascript:${run}">大田县推行跨村联建，全文见这里，共8个村。</a></body></html>`,
  'seeds/text.md': `---\nurl: "javascript:${run}"\ntitle: ${yaml(`大田县${image}`)}\n---\n\n大田县推行跨村联建，[点这里](javascript:${run})，![图](x"onerror="${run})，组建联村党委8个。\n\n| 村${image} | 收入 |\n| --- | --- |\n| ${breakout} | ${image}13万元 |\n\n- 推行跨村联建${image}\n- ${templates}\n\n图为大田县跨村联建现场${image}（张三摄）\n\n${image}\n\n${script}\n`,
  'content/places.yaml': `- { name: ${yaml(`旧县${image}`)}, code: '350499', successor: '350425', note: ${yaml(script)} }\n`,
  'content/cases/lianjian.yaml': [
    `source: { name: ${yaml(image + script)}, author: ${yaml(breakout)}, url: ${yaml(`https://example.cn/"onmouseover="${run}"/?<script>${run}</script>`)} }`,
    `rights: { notice: ${yaml(image)} }`,
    `text: [{ find: 全部推行, replace: ${yaml(`都${image}推行`)}, reason: ${yaml(image + breakout)} }]`,
  ].join('\n'),
  'content/site.yaml': Object.entries({
    name: `案例库${image}`,
    tagline: script,
    description: breakout,
    owner: image,
    operator: script,
    contact: breakout,
    icp: image,
    address: 'https://dj.example.gov.cn/anli/',
    examples: [image, '跨村联建'],
  })
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join(''),
  'content/groups.yaml': `- id: organisation\n  name: ${yaml(`组织${image}`)}\n- id: governance\n  name: ${yaml(script)}\n`,
  'content/practices/cross-village-joint-building.mdx': `---\nname: ${yaml(`跨村${image}`)}\nenglish: ${yaml(breakout)}\ngroup: organisation\naliases: [${yaml(script)}, ${yaml(breakout)}]\nsignals: [跨村联建, ${yaml(image)}]\n---\n\n导读。\n`,
};

/** What a reader may be led to open. */
const queries = [
  image,
  script,
  breakout,
  templates,
  directions,
  '__proto__',
  'constructor',
  'toString',
  '\u0000',
  '"'.repeat(5000),
  '\\',
  '*',
  '(',
];
const addresses = [
  ...queries.map((query) => `?q=${encodeURIComponent(query)}`),
  ...['practice', 'group', 'place', 'year', 'sort', 'page', 'all'].flatMap((name) =>
    [image, '__proto__', `javascript:${run}`, '-1', '1e99'].map((value) => `?q=党&${name}=${encodeURIComponent(value)}`),
  ),
  `#${encodeURIComponent(image)}`,
  `#${image}`,
  '?q=%E0%A4%A&practice=%',
  `?${encodeURIComponent('__proto__[q]')}=${encodeURIComponent(image)}&constructor=1`,
];

/** Every other page that reads its address. */
const otherAddresses = [
  ...['places', 'practice', 'take', 'q'].flatMap((name) =>
    [image, `350425,${image}`, `javascript:${run}`, '__proto__', '350425,350430'].map(
      (value) => `compare.html?places=350425&${name}=${encodeURIComponent(value)}`,
    ),
  ),
  ...['clips.html', 'check.html', 'matrix.html', 'cases/lianjian.html', 'practices/cross-village-joint-building.html', 'help.html'].flatMap(
    (page) =>
      [`#${encodeURIComponent(image)}`, `#${image}`, `?q=${encodeURIComponent(script)}#javascript:${run}`].map((rest) => page + rest),
  ),
];

/** What another page of the same server may have left in the reader's browser. */
const leftBehind = {
  theme: `dark" onload="${run}`,
  size: image,
  contrast: script,
  version: 1,
  clips: [{ id: image, title: image, text: script, quote: breakout, url: `javascript:${run}`, note: image, practice: image }],
};

let output = '';
let pages: string[] = [];
let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  const folder = fixtureSite(site);
  output = join(folder, 'dist');
  const { status, stdout, stderr } = await casebook(['build'], { CASEBOOK_SITE: folder });
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  pages = filesOf(output).filter((file) => file.endsWith('.html'));
  server = await serve(output, { port: 0 });
  browser = await openBrowser();
}, 300_000);

afterAll(async () => {
  await browser.close();
  await server.close();
});

/** As the pages are, and in a browser that heeds no policy: then the pages' own care is all there is. */
type How = 'under the policy' | 'without any policy';

/** check.html asks for what is not there; what the browser logs of that names no address. */
const notThere =
  /^404 for \S*(?:nothing-here|\/cases\/\d+\.html|\/SHA256SUMS)|^console: Failed to load resource: the server responded with a status of 404/;

/** Opens pages one after the other in one window and collects everything that must not happen. */
async function visit(how: How, paths: readonly string[], after: (page: Page, path: string) => Promise<void>): Promise<string[]> {
  const context = await browser.newContext({ bypassCSP: how === 'without any policy' });
  const page = await context.newPage();
  const faults: string[] = [];
  const collected = collectFaults(page, server.url);
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => faults.push(`window: ${popup.url()}`));
  for (const path of paths) {
    await page.goto(server.url + path);
    await after(page, path);
    const marked = await page.evaluate(() => '__pwned' in window);
    if (marked) faults.push(`${path}: something ran`);
  }
  await context.close();
  return [...faults, ...collected.filter((fault) => !notThere.test(fault))];
}

/** Everything that a reader can open or hover is tried. */
async function touch(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    for (const element of document.querySelectorAll('body *')) {
      for (const type of ['mouseover', 'focus', 'pointerenter']) element.dispatchEvent(new Event(type, { bubbles: true }));
    }
  });
}

describe.each(['under the policy', 'without any policy'] as const)('%s nothing runs', (how) => {
  it('in any page', async () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(await visit(how, pages, touch)).toEqual([]);
  });

  it('in the search, whatever its address says', async () => {
    const faults = await visit(
      how,
      addresses.map((address) => `search.html${address}`),
      async (page) => {
        await page.locator('#hits:not([aria-busy])').waitFor({ state: 'attached' });
        await touch(page);
      },
    );
    expect(faults).toEqual([]);
  });

  it('in any other page, whatever its address says', async () => {
    expect(await visit(how, otherAddresses, touch)).toEqual([]);
  });

  it('in any page, whatever the browser kept', async () => {
    const faults = await visit(
      how,
      ['index.html', 'index.html', 'clips.html', 'cases/lianjian.html', 'compare.html', 'check.html'],
      async (page) => {
        await touch(page);
        await page.evaluate((value) => {
          for (const name of ['casebook-clips:/', 'casebook:display', ...Object.keys(localStorage)]) localStorage.setItem(name, value);
        }, JSON.stringify(leftBehind));
      },
    );
    expect(faults).toEqual([]);
  });

  it('in the search, whatever a reader types', async () => {
    const faults = await visit(how, ['search.html'], async (page) => {
      for (const query of queries.slice(0, 8)) {
        await page.locator('#q').fill(query);
        await page.keyboard.press('Enter');
        await page.locator('#hits:not([aria-busy])').waitFor({ state: 'attached' });
        await touch(page);
      }
    });
    expect(faults).toEqual([]);
  });
});

it('what ran would be noticed', async () => {
  const faults = await visit('without any policy', ['index.html'], async (page) => {
    await page.evaluate((html) => {
      document.body.innerHTML = html;
    }, image);
    await page.waitForFunction(() => '__pwned' in window);
  });
  expect(faults).toContain('index.html: something ran');
});

it('nothing runs in the page for what is not there, whatever was asked for', async () => {
  const page = await browser.newPage();
  for (const path of [image, `a/${encodeURIComponent(script)}`, '%00', '%E0%A4%A', '..%2f..%2fetc%2fpasswd', '//example.com/%2e%2e']) {
    const answer = await page.goto(server.url + path);
    expect([400, 404]).toContain(answer?.status());
    expect(await page.evaluate(() => '__pwned' in window)).toBe(false);
    expect(await page.content()).not.toContain('root:');
  }
  await page.close();
});

describe('the words stand on the page as they stand in the article:', () => {
  it('every page is free of code', () => {
    const found = pages.flatMap((file) => inlineCodeIn(readFileSync(join(output, file), 'utf8')).map((code) => `${file}: ${code}`));
    expect(found).toEqual([]);
  });

  it('a reader sees tags, braces and references as text', async () => {
    const entry = JSON.parse(readFileSync(join(output, 'data/cases/lianjian.json'), 'utf8')) as Case;
    const page = await browser.newPage();
    await page.goto(`${server.url}cases/lianjian.html`);
    const shown = (await page.locator('main').textContent()) ?? '';
    const squeezed = (text: string) => text.replace(/\s+/g, '');
    for (const words of [image, script, breakout, templates, entities, `javascript:${run}`]) {
      expect(squeezed(entry.blocks.map(({ text }) => text).join('') + entry.title)).toContain(squeezed(words));
      expect(squeezed(shown)).toContain(squeezed(words));
    }
    expect(await page.locator('main :is(script:not([src]):not([type="application/ld+json"]), svg[onload], img[src="x"])').count()).toBe(0);
    await page.close();
  });

  it('no text turns the direction of what follows', () => {
    for (const file of filesOf(output).filter((each) => /\.(?:html|json|csv|xml|js|md)$/.test(each))) {
      const text = readFileSync(join(output, file), 'utf8');
      if (file.startsWith('_astro/')) continue;
      expect([file, /[\u202a-\u202e\u2066-\u2069]|(?![\t\n\r])\p{Cc}/u.exec(text)?.[0]]).toEqual([file, undefined]);
    }
  });

  it('every data file is what it says it is', () => {
    for (const file of filesOf(output).filter((each) => each.endsWith('.json')))
      expect(() => JSON.parse(readFileSync(join(output, file), 'utf8'))).not.toThrow();
    const csv = readFileSync(join(output, 'data/figures.csv'), 'utf8');
    for (const row of csv.slice(1).split('\r\n').filter(Boolean)) expect(row).toMatch(/^"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*$/);
    expect(csv).not.toMatch(/"[=+\-@]/);
  });
});

it('a site whose guides hold code is not published, and the message names them all', async () => {
  const guides: Record<string, [guide: string, code: string]> = {
    script: ['<script>alert(1)</script>', '<script>'],
    handler: ['<p onclick="alert(1)">点这里</p>', 'onclick="alert(1)"'],
    link: ['[点这里](javascript:alert(1))', 'href="javascript:alert(1)"'],
  };
  const files = Object.entries(guides).map(([id, [guide]]) => [`content/practices/${id}.md`, practice(id, id, 'governance', guide)]);
  const folder = fixtureSite(Object.fromEntries(files));
  const { status, stderr } = await casebook(['build'], { CASEBOOK_SITE: folder });
  expect(status).toBe(1);
  for (const [id, [, code]] of Object.entries(guides)) expect(stderr).toContain(`practices/${id}.html：${code}`);
  expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toBe(earlierOutput['dist/index.html']);
});
