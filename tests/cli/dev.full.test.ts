import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { casebook, startCasebook } from '../setup/command.ts';
import { fixtureSite, practice } from '../setup/fixture-site.ts';
import { temporaryFolder, writeFiles } from '../setup/folder.ts';
import { freePort } from '../setup/free-port.ts';

const guide = 'content/practices/cross-village-joint-building.mdx';
const withGuide = (words: string) => ({ [guide]: practice('跨村联建', 'cross-village joint building', 'organisation', words) });

it('dev shows what is wrong with a guide, goes on with the rest, takes it back when it is mended, and follows seeds and corrections', async () => {
  const site = fixtureSite();
  expect(await casebook(['build'], { CASEBOOK_SITE: site })).toMatchObject({ status: 0 });
  const port = await freePort();
  const { child, outcome } = startCasebook(['dev'], { CASEBOOK_SITE: site, PORT: String(port) });
  onTestFinished(() => void child.kill());
  let printed = '';
  child.stdout.on('data', (text: string) => {
    printed += text;
  });
  let complained = '';
  child.stderr.on('data', (text: string) => {
    complained += text;
  });
  const page = async (path: string) => (await fetch(`http://127.0.0.1:${port}/${path}`)).text();
  const patience = { timeout: 60_000, interval: 500 };
  await expect.poll(() => printed, patience).toContain(`http://127.0.0.1:${port}/`);
  await expect.poll(() => page('practices/cross-village-joint-building.html'), patience).toContain('跨村联建是测试用的做法。');

  // What programs read of a case is what a build publishes, byte for byte.
  expect(await page('data/cases/wangge.json')).toBe(readFileSync(join(site, 'dist/data/cases/wangge.json'), 'utf8'));

  writeFiles(site, withGuide('收入<10万元的村。'));
  await expect.poll(() => printed, patience).toContain('错误 第 9 行');
  expect(await page('cases/wangge.html')).toContain('网格管理服务群众');

  writeFiles(site, withGuide('改好的说明。'));
  await expect.poll(() => page('practices/cross-village-joint-building.html'), patience).toContain('改好的说明。');

  const article = (words: string) => `建宁县：网格管理服务群众\n2021-06-02 来源：三明日报\n建宁县${words}。\n`;
  writeFiles(site, { 'seeds/wangge.txt': article('把全县划分为130个网格') });
  await expect.poll(() => page('cases/wangge.html'), patience).toContain('130个网格');
  writeFiles(site, { 'seeds/third.txt': article('又来了一篇'), 'content/cases/wangge.yaml': 'title: 另一个题目\n' });
  await expect.poll(() => page('cases/third.html'), patience).toContain('又来了一篇');
  await expect.poll(() => page('cases/wangge.html'), patience).toContain('另一个题目');

  // What cannot be read at all stops nobody: the pages stay as they were until it can.
  const groups = readFileSync(join(site, 'content/groups.yaml'), 'utf8');
  rmSync(join(site, 'content/groups.yaml'));
  symlinkSync('groups.yaml', join(site, 'content/groups.yaml'));
  await expect.poll(() => complained, patience).toContain('程序出错，请把下面的内容发给维护者');
  expect(await page('cases/third.html')).toContain('又来了一篇');
  rmSync(join(site, 'content/groups.yaml'));
  writeFiles(site, { 'content/groups.yaml': groups, 'seeds/third.txt': article('改过的一篇') });
  await expect.poll(() => page('cases/third.html'), patience).toContain('改过的一篇');

  // Another site's build in the same checkout takes nothing away.
  expect(await casebook(['build'], { CASEBOOK_SITE: fixtureSite({ [guide]: null }) })).toMatchObject({ status: 0 });
  expect(await page('practices/cross-village-joint-building.html')).toContain('改好的说明。');

  child.kill('SIGTERM');
  expect((await outcome).status).toBe(143);
});

it('dev follows articles, corrections, signals and guides that come, change and go, and shows what a build of them makes', async () => {
  const site = fixtureSite({ 'content/practices/talent.mdx': '---\nname: [\n---\n\n还没有写好。\n' });
  const port = await freePort();
  const { child } = startCasebook(['dev'], { CASEBOOK_SITE: site, PORT: String(port) });
  onTestFinished(() => void child.kill());
  const ask = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}/${path}`);
    return response.ok ? words(await response.text()) : String(response.status);
  };
  const shows = (path: string) => expect.poll(() => ask(path).catch(String), { timeout: 60_000, interval: 100 });
  const save = (files: Parameters<typeof writeFiles>[1]) => writeFiles(site, files);
  const article = (title: string, words: string) => `${title}\n2021-06-02 来源：三明日报\n${words}。\n`;
  await shows('cases/index.html').toContain('网格管理服务群众');
  await shows('practices/cross-village-joint-building.html').toContain('大田县');

  save({ 'seeds/wangge.txt': article('建宁县：网格里的党员', '建宁县把全县划分为130个网格，由党员担任网格员') });
  await shows('cases/wangge.html').toContain('130个网格');
  await shows('cases/index.html').toContain('网格里的党员');
  await shows('practices/grid-governance.html').toContain('130个网格');

  save({ 'seeds/third.txt': article('泰宁县：联起来的村', '泰宁县推行跨村联建，5个村抱团发展，选聘乡村振兴合伙人12名') });
  await shows('cases/third.html').toContain('抱团发展');
  await shows('practices/cross-village-joint-building.html').toContain('泰宁县');

  rmSync(join(site, 'seeds/lianjian.txt'));
  await shows('practices/cross-village-joint-building.html').not.toContain('大田县');
  await shows('cases/lianjian.html').toBe('404');

  save({ 'content/cases/third.yaml': 'title: 泰宁县：另一个题目\n' });
  await shows('cases/index.html').toContain('另一个题目');
  save({ 'content/cases/third.yaml': 'title: 泰宁县：改好的题目\n' });
  await shows('cases/third.html').toContain('改好的题目');

  save({
    'content/practices/grid-governance.md': practice('网格', 'grid governance', 'governance').replace('- 网格', '- 网格\n  - 抱团发展'),
  });
  await shows('practices/grid-governance.html').toContain('泰宁县');
  save({ 'content/practices/talent.mdx': practice('乡村振兴合伙人', 'partners', 'organisation') });
  await shows('practices/talent.html').toContain('合伙人12名');

  const out = join(temporaryFolder(), 'dist');
  expect(await casebook(['build'], { CASEBOOK_SITE: site, CASEBOOK_OUT: out })).toMatchObject({ status: 0 });
  const pages = ['index.html', 'cases/index.html', 'cases/wangge.html', 'cases/third.html', 'places/index.html', 'matrix.html'];
  const practices = ['cross-village-joint-building', 'grid-governance', 'talent'].map((id) => `practices/${id}.html`);
  for (const path of [...pages, ...practices]) expect(await ask(path), path).toBe(words(readFileSync(join(out, path), 'utf8')));
});

/** What a reader reads of a page. */
function words(page: string): string {
  return page
    .slice(page.indexOf('<main'), page.indexOf('</main>'))
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\s+/gu, ' ');
}
