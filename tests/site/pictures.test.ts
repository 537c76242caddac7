import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPicture } from '../../src/article/pictures/picture.ts';
import type { Case } from '../../src/article/schema.ts';
import { filesOf } from '../../src/site/output/files-of.ts';
import { serve } from '../../src/site/serve.ts';
import { dataAddress, fixturePicture } from '../article/pictures/fixtures.ts';
import { casebook } from '../setup/command.ts';
import { fixtureSite } from '../setup/fixture-site.ts';
import { collectFaults, openBrowser } from './browser.ts';

/** An article with one picture in its middle; each place has a picture of its own. */
const page = (place: string, picture: string) =>
  `<html><head><meta charset="utf-8"></head><body><h1>${place}：跨村联建促振兴</h1><p>2022-03-18 来源：三明日报</p>
<p>近年来，${place}推行跨村联建，组建联村党委8个，带动32个村抱团发展。</p>
<p><img src="${dataAddress(fixturePicture(picture))}" alt="${place}的王小明在议事会上"></p>
<p>各村由联村党委统一谋划产业，村级集体经济收入增长20%。</p></body></html>`;

const withheld: Record<string, [place: string, picture: string, correction: string]> = {
  excerpted: ['明溪县', 'moving.gif', 'rights: { publish: excerpt }\n'],
  linked: ['泰宁县', 'photo.webp', 'rights: { publish: link }\n'],
  held: ['清流县', 'lossless.webp', 'hold: 等待授权\n'],
  withdrawn: ['宁化县', 'simple.webp', ''],
};
const shown = readPicture(fixturePicture('photo.jpg'));

let output = '';
let browser: Browser;
beforeAll(async () => {
  const site = fixtureSite({
    'seeds/youxi.html': page('尤溪县', 'photo.jpg'),
    'content/cases/youxi.yaml': 'redact: [王小明]\n',
    'content/takedown.yaml': '- { source: withdrawn, reason: 应来源单位要求, date: "2026-11-22" }\n',
    ...Object.fromEntries(Object.entries(withheld).map(([name, [place, picture]]) => [`seeds/${name}.html`, page(place, picture)])),
    ...Object.fromEntries(
      Object.entries(withheld)
        .filter(([, [, , correction]]) => correction !== '')
        .map(([name, [, , correction]]) => [`content/cases/${name}.yaml`, correction]),
    ),
  });
  output = join(site, 'dist');
  const { status, stdout, stderr } = await casebook(['build'], { CASEBOOK_SITE: site });
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  browser = await openBrowser();
}, 120_000);
afterAll(() => browser.close());

const caseOf = (id: string) => JSON.parse(readFileSync(join(output, `data/cases/${id}.json`), 'utf8')) as Case;

describe('pictures of published articles', () => {
  it('are in the output as they were read, those of others are not', () => {
    if (typeof shown === 'string') throw new Error(shown);
    const files = filesOf(output).filter((file) => /\.(?:png|jpg|gif|webp)$/.test(file));
    expect(files).toEqual([`cases/pictures/${shown.name}`]);
    expect(readFileSync(join(output, files[0] ?? ''))).toEqual(Buffer.from(shown.bytes));
  });

  it.each(Object.values(withheld))('of %s no byte is anywhere', (_, picture) => {
    const pixels = fixturePicture(picture).subarray(-60, -10);
    for (const file of filesOf(output)) expect([file, readFileSync(join(output, file)).includes(pixels)]).toEqual([file, false]);
  });

  it('stand in the data with their size, and with their words redacted', () => {
    const picture = caseOf('youxi').blocks.find(({ kind }) => kind === 'image');
    expect(picture).toMatchObject({ text: '尤溪县的某在议事会上', width: 48, height: 64 });
    for (const id of ['excerpted', 'linked']) expect(caseOf(id).blocks.filter(({ kind }) => kind === 'image')).toEqual([]);
  });
});

describe('a reader', () => {
  it('sees the picture in its place, the right way up, and nothing moves when it comes', async () => {
    const { url, close } = await serve(output, { port: 0 });
    const context = await browser.newContext();
    const reader = await context.newPage();
    const faults = collectFaults(reader, url);
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    await reader.route('**/*.jpg', async (route) => {
      await held;
      await route.continue();
    });
    await reader.goto(`${url}cases/youxi.html`, { waitUntil: 'domcontentloaded' });
    const picture = reader.locator('.picture > img');
    await picture.scrollIntoViewIfNeeded();
    const before = await picture.boundingBox();
    release();
    await reader.waitForFunction(() => document.querySelector<HTMLImageElement>('.picture > img')?.naturalWidth === 48);
    expect(await picture.boundingBox()).toEqual(before);
    expect(await picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight, image.alt])).toEqual([
      48,
      64,
      '尤溪县的某在议事会上',
    ]);
    const order = await reader.locator('.case-text .passage').evaluateAll((passages) => passages.map(({ id }) => id[0]));
    expect(order).toEqual(['p', 'i', 'p']);
    // What an editor needs to take the picture off.
    const id = caseOf('youxi').blocks.find(({ kind }) => kind === 'image')?.id;
    expect(await reader.locator(`#${id} .passage-foot a:not(.fault)`).getAttribute('href')).toBe(`#${id}`);
    expect(faults).toEqual([]);
    await context.close();
    await close();
  });

  it('does not find the picture by the words that stand for it', async () => {
    const { url, close } = await serve(output, { port: 0 });
    const reader = await browser.newPage();
    await reader.goto(`${url}search.html?q=${encodeURIComponent('在议事会上')}`);
    await reader.locator('#hits[data-total="0"]').waitFor({ state: 'attached' });
    await reader.close();
    await close();
  });
});
