import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSite } from '../../src/intake/intake.ts';
import type { FileReport } from '../../src/intake/report.ts';
import { siteFolders } from '../../src/site/folders.ts';
import { fixtureSite, practice } from '../setup/fixture-site.ts';

type Changes = Parameters<typeof fixtureSite>[0];

async function read(changes: Changes, options = {}) {
  return readSite(siteFolders({ CASEBOOK_SITE: fixtureSite(changes) }), options);
}

/** `file: line message hint`, as an editor reads it. */
function errorsOf(files: readonly FileReport[]): string[] {
  return files.flatMap(({ file, errors }) =>
    errors.map(({ line, message, hint }) => [file, line, message, hint].filter(Boolean).join(' ')),
  );
}

describe('readSite', () => {
  it('reads a good site into cases, in order of their ids', async () => {
    const site = await read({});
    expect(site.failed).toBe(false);
    expect(site.cases.map(({ id, title, place }) => [id, title, place?.name])).toEqual([
      ['lianjian', '大田县：跨村联建促振兴', '大田县'],
      ['wangge', '建宁县：网格管理服务群众', '建宁县'],
    ]);
  });

  it('lays a correction over the reading', async () => {
    const correction =
      'id: datian\ntitle: 另一个题目\ndate: 2021\nplace: 350427\nsource: { name: 福建日报 }\nreview: { date: 2026-11-22 }\n';
    const site = await read({
      'content/cases/lianjian.yaml': correction,
      'content/places.yaml': '- { name: 沙县, code: "350427", successor: "350405" }\n',
    });
    const found = site.cases.find(({ id }) => id === 'datian');
    expect(found).toMatchObject({
      url: 'cases/datian.html',
      title: '另一个题目',
      date: { value: '2021', precision: 'year', basis: 'editor' },
      place: { code: '350405', name: '沙县区' },
      source: { name: '福建日报' },
      review: { state: 'reviewed', date: '2026-11-22' },
    });
  });

  it.each([
    ['a living id', 'formerIds: [wangge]\n', 'formerIds”：旧编号“wangge”与 seeds/wangge.txt 的编号或旧编号相同'],
    ['its own id', 'formerIds: [lianjian]\n', 'formerIds”：旧编号“lianjian”与 seeds/lianjian.txt'],
    ['one id twice', 'formerIds: [old, old]\n', 'formerIds”：旧编号“old”与 content/cases/lianjian.yaml'],
    ['a redacted word', 'formerIds: [datian-xian]\nredact: [大田]\n', 'formerIds”：编号“datian-xian”里拼出了要隐去的字'],
    ['what no file may be called', 'formerIds: [con]\n', 'con 这类另有用处的名称'],
  ])('refuses a former id that is %s', async (_, correction, message) => {
    const { failed, report } = await read({ 'content/cases/lianjian.yaml': correction });
    expect(failed).toBe(true);
    expect(errorsOf(report.files).join('\n')).toContain(message);
  });

  it('keeps a held case and everything of a withdrawn one unpublished, and says so', async () => {
    const site = await read({
      'content/cases/lianjian.yaml': 'hold: 等待授权\n',
      'content/takedown.yaml': '- { source: wangge.txt, reason: 应来源单位要求 }\n',
    });
    expect(site.cases).toEqual([]);
    expect(site.failed).toBe(false);
    expect(site.report.files.filter(({ held }) => held).map(({ file }) => file)).toEqual(['seeds/lianjian.txt', 'seeds/wangge.txt']);
  });

  it('refuses a withdrawn article that comes back under another name and in another format', async () => {
    const text = readFileSync(join(fixtureSite(), 'seeds/wangge.txt'), 'utf8');
    const html = `<html><body><article>${text
      .split('\n')
      .map((line) => `<p>${line}</p>`)
      .join('')}</article></body></html>`;
    const site = await read({
      'seeds/again.html': html,
      'content/takedown.yaml': '- { source: wangge.txt, reason: 应来源单位要求 }\n',
      'content/cases/wangge.yaml': 'title: 改过的题目\n',
    });
    const again = site.report.files.find(({ file }) => file === 'seeds/again.html');
    expect(again?.errors.map(({ message }) => message)).toEqual(['文字与已撤下的 seeds/wangge.txt 相同。']);
    expect(site.failed).toBe(true);
    expect(site.cases.map(({ id }) => id)).toEqual(['lianjian']);
  });

  it('flags an entry that is published as a link and has no address', async () => {
    const flags = async (correction: string) => {
      const site = await read({ 'content/cases/wangge.yaml': correction });
      return site.report.files.find(({ file }) => file === 'seeds/wangge.txt')?.flags.map(({ id }) => id.split(':')[0]);
    };
    expect(await flags('rights: { publish: link }\n')).toContain('linkWithoutAddress');
    expect(await flags('rights: { publish: link }\nsource: { url: "https://example.com/a.html" }\n')).not.toContain('linkWithoutAddress');
    expect(await flags('rights: { publish: excerpt }\n')).not.toContain('linkWithoutAddress');
  });

  it('publishes the rest with holdBad, and holds the correction with its article', async () => {
    const site = await read({ 'seeds/empty.txt': '', 'content/cases/wangge.yaml': 'place: "999999"\n' }, { holdBad: true });
    expect(site.failed).toBe(false);
    expect(site.cases.map(({ id }) => id)).toEqual(['lianjian']);
    expect(site.report.files.filter(({ held }) => held).map(({ file }) => file)).toEqual([
      'content/cases/wangge.yaml',
      'seeds/empty.txt',
      'seeds/wangge.txt',
    ]);
  });

  it('never holds back what the whole site stands on', async () => {
    const site = await read({ 'content/groups.yaml': '- id: organisation\n' }, { holdBad: true });
    expect(site.failed).toBe(true);
  });

  it('flags an article without title, date, source and place, and publishes it', async () => {
    const site = await read({
      'seeds/bare.txt': '群众的事情大家商量着办，这样的做法很受欢迎。\n村里的路修好了，大家都很高兴，纷纷称赞。\n',
    });
    const report = site.report.files.find(({ file }) => file === 'seeds/bare.txt');
    expect(site.failed).toBe(false);
    expect(site.cases.map(({ id }) => id)).toContain('bare');
    expect(report?.flags.map(({ id }) => id.split(':')[0])).toEqual(['noTitle', 'noDate', 'noSource', 'noPlace']);
  });

  it('takes an accepted flag off the list until its words change', async () => {
    const notice = '本文版权归三明日报所有，未经授权不得转载。';
    const article = (words: string) => `大田县：一村一策\n2022-03-18 来源：三明日报\n大田县推行跨村联建，组建联村党委8个。\n${words}\n`;
    const first = await read({ 'seeds/a.txt': article(notice) });
    const flag = first.report.files.find(({ file }) => file === 'seeds/a.txt')?.flags[0]?.id;
    expect(flag).toMatch(/^rightsNotice:/);
    const correction = `accept: [{ flag: "${flag}", reason: 已取得授权, by: 编辑 }]\n`;
    const accepted = await read({ 'seeds/a.txt': article(notice), 'content/cases/a.yaml': correction });
    const changed = await read({ 'seeds/a.txt': article(`${notice}违者必究。`), 'content/cases/a.yaml': correction });
    const of = (site: typeof first) => site.report.files.find(({ file }) => file === 'seeds/a.txt');
    expect([of(accepted)?.flags, of(accepted)?.accepted.length]).toEqual([[], 1]);
    expect(of(changed)?.flags.map(({ id }) => id.split(':')[0])).toEqual(['rightsNotice', 'nothingToAccept']);
  });
});

describe('errors of a site', () => {
  const rows: [name: string, changes: Changes, errors: RegExp[]][] = [
    ['an empty article', { 'seeds/a.txt': ' \n' }, [/^seeds\/a\.txt 文件是空的，没有一个字。/]],
    ['an article that is no text', { 'seeds/a.txt': Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 200, 201]) }, [/^seeds\/a\.txt 文件不是文本/]],
    ['a missing folder', { seeds: null }, [/^seeds\/ 找不到文件夹 seeds\/。/]],
    [
      'two equal ids',
      { 'content/cases/wangge.yaml': 'id: lianjian\n' },
      [/^seeds\/wangge\.txt 案例编号“lianjian”与 seeds\/lianjian\.txt 的编号相同。 请在 content\/cases\/ 中给其中一篇另写一个 id。/],
    ],
    [
      'an unknown practice in a correction',
      { 'content/cases/wangge.yaml': 'practices:\n  remove:\n    - { practice: grid-governanse }\n' },
      [
        /^content\/cases\/wangge\.yaml 字段“practices\.remove\[0\]\.practice”：没有编号为“grid-governanse”的做法，是否指“grid-governance”？?/,
      ],
    ],
    [
      'an unknown field',
      { 'content/cases/wangge.yaml': 'titel: 题目\n' },
      [/^content\/cases\/wangge\.yaml .*字段“titel”不合要求：没有这个字段。/],
    ],
    [
      'a day that no calendar has',
      { 'content/cases/wangge.yaml': 'date: 2021-02-30\n' },
      [/字段“date”不合要求：应写成 2022-11-08、2022-11 或 2022/],
    ],
    ['broken YAML', { 'content/cases/wangge.yaml': 'title: 题目\nid: [a\n' }, [/^content\/cases\/wangge\.yaml \d+ YAML 写法有误：/]],
    [
      'a correction of nothing',
      { 'content/cases/gone.yaml': 'id: gone\n' },
      [/^content\/cases\/gone\.yaml seeds\/ 里没有名为“gone”的文章可供更正。/],
    ],
    [
      'words that stand nowhere',
      { 'content/cases/wangge.yaml': 'text:\n  - { find: 没有这句话, replace: 有, reason: 测试 }\n' },
      [/字段“text\[0\]\.find”：要找的“没有这句话”在文中出现了 0 次，应当恰好 1 次。/],
    ],
    [
      'a guide without front matter',
      { 'content/practices/x.mdx': '只有正文\n' },
      [/^content\/practices\/x\.mdx 1 开头的 --- 区域写法有误：没有找到成对的 ---。/],
    ],
    [
      'a guide that does not compile',
      { 'content/practices/x.mdx': practice('新做法', 'new practice', 'governance', '收入在\n<10万元以下的村') },
      [/^content\/practices\/x\.mdx 10 正文里有不能解析的写法：“<10万元以下的村”。/],
    ],
    [
      'an unknown group',
      { 'content/practices/x.mdx': practice('新做法', 'new practice', 'goverance') },
      [/^content\/practices\/x\.mdx 字段“group”：没有编号为“goverance”的分组，是否指“governance”/],
    ],
    [
      'a file name that is no id',
      { 'content/practices/新做法.mdx': practice('新做法', 'new practice', 'governance') },
      [/文件名“新做法\.mdx”不能用作编号。/],
    ],
  ];

  it.each(rows)('%s', async (_, changes, errors) => {
    const site = await read(changes);
    const found = errorsOf(site.report.files);
    expect(site.failed).toBe(true);
    expect(found).toHaveLength(errors.length);
    for (const [i, error] of errors.entries()) expect(found[i]).toMatch(error);
  });

  it('lists all of them at once', async () => {
    const all = Object.assign(
      {},
      ...rows
        .filter(([name]) => ['an empty article', 'a correction of nothing', 'a guide without front matter'].includes(name))
        .map(([, changes]) => changes),
    );
    expect(errorsOf((await read(all)).report.files)).toHaveLength(3);
  });
});
