import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { casebook } from '../setup/command.ts';
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
    file: 'seeds/wangge-2.txt',
    words: ['wangge', '编号相同'],
  },
  {
    name: 'a correction with a broken line',
    changes: { 'content/cases/wangge.yaml': 'id: wangge\ntitle: "网格\n' },
    file: 'content/cases/wangge.yaml',
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
  { name: 'no seeds/', changes: { seeds: null }, file: 'seeds/', words: ['找不到文件夹'] },
];

const earlierHome = earlierOutput['dist/index.html'];

function expectUntouched(site: string, before: readonly string[]): void {
  expect(readdirSync(site)).toEqual(before);
  expect(readdirSync(join(site, 'dist')).sort()).toEqual(['casebook.json', 'index.html']);
  expect(readFileSync(join(site, 'dist/index.html'), 'utf8')).toBe(earlierHome);
}

describe('build', () => {
  it.each(mistakes)('refuses $name and leaves the output of the last build', async ({ changes, file, words }) => {
    const site = fixtureSite(changes);
    const before = readdirSync(site);
    const { status, stderr } = await casebook(['build'], { CASEBOOK_SITE: site });
    expect(status).toBe(1);
    for (const word of [file, ...words]) expect(stderr).toContain(word);
    expectUntouched(site, before);
  });

  it('names everything that is wrong in one run', async () => {
    const all = mistakes.filter(({ changes }) => !('seeds' in changes) && !changes['content/cases/wangge.yaml']);
    const site = fixtureSite(Object.assign({}, ...all.map(({ changes }) => changes)));
    const { status, stderr } = await casebook(['build'], { CASEBOOK_SITE: site });
    expect(status).toBe(1);
    for (const { file, words } of all) for (const word of [file, ...words]) expect(stderr).toContain(word);
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
