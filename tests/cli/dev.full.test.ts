import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { casebook, startCasebook } from '../setup/command.ts';
import { fixtureSite, practice } from '../setup/fixture-site.ts';
import { writeFiles } from '../setup/folder.ts';
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

  // Another site's build in the same checkout takes nothing away.
  expect(await casebook(['build'], { CASEBOOK_SITE: fixtureSite({ [guide]: null }) })).toMatchObject({ status: 0 });
  expect(await page('practices/cross-village-joint-building.html')).toContain('改好的说明。');

  child.kill('SIGTERM');
  expect((await outcome).status).toBe(143);
});
