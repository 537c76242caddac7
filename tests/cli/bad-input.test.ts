import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { casebook, type Outcome } from '../setup/command.ts';
import { earlierOutput, fixtureSite, practice } from '../setup/fixture-site.ts';

type Changes = Record<string, string | Buffer | null>;

/** What an editor may do wrong, the file that the message must name, and words that it must hold. */
const mistakes: { name: string; changes: Changes; file: string; words: string[] }[] = [
  { name: 'an empty seed', changes: { 'seeds/empty.txt': '' }, file: 'seeds/empty.txt', words: ['文件是空的'] },
  { name: 'a seed of white space', changes: { 'seeds/blank.txt': '\n \u3000\r\n' }, file: 'seeds/blank.txt', words: ['文件是空的'] },
  {
    name: 'a binary seed',
    changes: { 'seeds/picture.txt': Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex') },
    file: 'seeds/picture.txt',
    words: ['不是文本'],
  },
  {
    name: 'an unknown practice in a correction',
    changes: { 'content/cases/wangge.yaml': 'practices:\n  remove:\n    - practice: grid-governence\n' },
    file: 'content/cases/wangge.yaml',
    words: ['grid-governence', '是否指“grid-governance”'],
  },
  {
    name: 'an id that two cases have',
    changes: { 'seeds/wangge-2.txt': '建宁县：再谈网格\n建宁县的网格员收集诉求20件。\n', 'content/cases/wangge-2.yaml': 'id: wangge\n' },
    file: 'seeds/wangge.txt',
    words: ['wangge-2.txt', '编号相同'],
  },
  {
    name: 'a correction with a broken line',
    changes: { 'content/cases/lianjian.yaml': 'id: lianjian\ntitle: "联建\n' },
    file: 'content/cases/lianjian.yaml',
    words: ['第 '],
  },
  {
    name: 'front matter with a broken line',
    changes: { 'content/practices/broken.mdx': '---\nname: 坏的做法\nenglish: [broken\n---\n\n正文。\n' },
    file: 'content/practices/broken.mdx',
    words: ['第 ', '---'],
  },
  {
    name: 'front matter without its end',
    changes: { 'content/practices/open.md': '---\nname: 没有结尾\n' },
    file: 'content/practices/open.md',
    words: ['---'],
  },
  {
    name: 'a guide with a less-than sign',
    changes: { 'content/practices/poor.mdx': practice('薄弱村', 'poor', 'organisation', '针对集体经济收入\n<10万元的村。') },
    file: 'content/practices/poor.mdx',
    words: ['第 10 行', '<10万元', '&lt;'],
  },
];

function expectUntouched(site: string, before: readonly string[]): void {
  expect(readdirSync(site)).toEqual(before);
  expect(readdirSync(join(site, 'dist')).sort()).toEqual(['casebook.json', 'index.html']);
  expect(readFileSync(join(site, 'dist/index.html'), 'utf8')).toBe(earlierOutput['dist/index.html']);
}

describe('a build with everything wrong at once', () => {
  let outcome: Outcome;

  beforeAll(async () => {
    const site = fixtureSite(Object.assign({}, ...mistakes.map(({ changes }) => changes)));
    const before = readdirSync(site);
    outcome = await casebook(['build'], { CASEBOOK_SITE: site });
    expectUntouched(site, before);
  });

  it('ends with status 1', () => {
    expect(outcome.status).toBe(1);
  });

  it.each(mistakes)('names $name, its file and the remedy', ({ file, words }) => {
    const section = outcome.stderr.split('\n\n').find((lines) => lines.trim().split('\n')[0] === file);
    for (const word of words) expect(section).toContain(word);
  });
});

describe('build', () => {
  it('refuses a site without seeds/ and leaves the output of the last build', async () => {
    const site = fixtureSite({ seeds: null });
    const before = readdirSync(site);
    const { status, stderr } = await casebook(['build'], { CASEBOOK_SITE: site });
    expect(status).toBe(1);
    expect(stderr).toContain('找不到文件夹 seeds/');
    expectUntouched(site, before);
  });

  it('publishes the rest with --hold-bad and says what it held', async () => {
    const site = fixtureSite({ 'seeds/empty.txt': '' });
    const { status, stdout, stderr } = await casebook(['build', '--hold-bad'], { CASEBOOK_SITE: site });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('seeds/empty.txt');
    expect(readdirSync(join(site, 'dist/cases')).sort()).toEqual(['index.html', 'lianjian.html', 'wangge.html']);
  });

  it('publishes the rest where a correction holds an article', async () => {
    const site = fixtureSite({ 'seeds/wangge.txt': '', 'content/cases/wangge.yaml': 'hold: 等待编辑核对\n' });
    const { status, stderr } = await casebook(['build'], { CASEBOOK_SITE: site });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(readdirSync(join(site, 'dist/cases')).sort()).toEqual(['index.html', 'lianjian.html']);
  });

  it('publishes nothing where a guide links to a page that is not there', async () => {
    const guide = '见[另一做法](/practices/no-such-practice.html)。';
    const site = fixtureSite({ 'content/practices/linked.mdx': practice('链接', 'linked', 'governance', guide) });
    const before = readdirSync(site);
    const { status, stderr } = await casebook(['build'], { CASEBOOK_SITE: site });
    expect(status).toBe(1);
    expect(stderr).toContain('practices/linked.html');
    expect(stderr).toContain('practices/no-such-practice.html');
    expectUntouched(site, before);
  });
});

describe('check', () => {
  it.each([
    { name: 'a title', text: '大田县推行跨村联建，组建联村党委8个，带动32个村抱团发展，群众连声说好。\n', flag: 'noTitle' },
    { name: 'a date', text: '大田县：跨村联建促振兴\n大田县推行跨村联建，组建联村党委8个，带动32个村。\n', flag: 'noDate' },
    { name: 'a place', text: '跨村联建促振兴\n2022-03-18 来源：人民网\n各地推行跨村联建，组建联村党委，抱团发展。\n', flag: 'noPlace' },
  ])('flags an article without $name and does not refuse it', async ({ text, flag }) => {
    const site = fixtureSite({ 'seeds/lianjian.txt': text });
    const { status, stdout } = await casebook(['check', '--json'], { CASEBOOK_SITE: site });
    const { files } = JSON.parse(stdout) as { files: { file: string; errors: unknown[]; flags: { id: string }[] }[] };
    const found = files.find(({ file }) => file === 'seeds/lianjian.txt');
    expect(found?.errors).toEqual([]);
    expect(found?.flags.map(({ id }) => id.split(':')[0])).toContain(flag);
    expect(status).toBe(0);
  });

  it('says in Chinese that a good site is good', async () => {
    const { status, stdout, stderr } = await casebook(['check'], { CASEBOOK_SITE: fixtureSite() });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('可以发布 2 篇案例');
  });

  it('ends with status 1 where there are errors, and prints JSON alone', async () => {
    const site = fixtureSite({ 'seeds/empty.txt': '' });
    const { status, stdout, stderr } = await casebook(['check', '--json'], { CASEBOOK_SITE: site });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const { files } = JSON.parse(stdout) as { files: { file: string; held: boolean; errors: { message: string; hint: string }[] }[] };
    expect(files.find(({ file }) => file === 'seeds/empty.txt')).toMatchObject({
      held: false,
      errors: [{ message: '文件是空的，没有一个字。' }],
    });
  });
});
