import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOfName } from '../../src/article/case-id.ts';
import { importArticles, type Outcome } from '../../src/intake/import.ts';
import { safeName, TakenNames } from '../../src/intake/import-names.ts';
import { siteFolders } from '../../src/site/folders.ts';
import { casebook } from '../setup/command.ts';
import { fixtureSite } from '../setup/fixture-site.ts';
import { temporaryFolder } from '../setup/folder.ts';

const article = (place: string) =>
  `${place}：党员积分管理出实效\n2023-05-06 08:00 来源：三明日报\n${place}推行党员积分管理，把日常表现量化为30项指标。\n党员王某说，得分多少，大家心里都有数。\n`;

const silent = { reading: () => undefined, imported: () => undefined };

async function importInto(site: string, ...paths: string[]): Promise<Outcome[]> {
  return importArticles(siteFolders({ CASEBOOK_SITE: site }), paths, silent);
}

/** The new file, or the message of the refusal. */
const told = ({ file, refused }: Outcome) => file ?? refused.map(({ message }) => message).join();

describe('an imported article', () => {
  it('stands in seeds/ byte for byte, and its original is untouched', async () => {
    const site = fixtureSite();
    const bytes = Buffer.from(`\ufeff${article('将乐县').replaceAll('\n', '\r\n')}`);
    const from = temporaryFolder({ '将乐县积分.txt': bytes });
    const outcomes = await importInto(site, join(from, '将乐县积分.txt'));
    expect(outcomes.map(told)).toEqual(['seeds/将乐县积分.txt']);
    expect(readFileSync(join(site, 'seeds/将乐县积分.txt')).equals(bytes)).toBe(true);
    expect(readFileSync(join(from, '将乐县积分.txt')).equals(bytes)).toBe(true);
    expect(readdirSync(join(site, 'seeds')).sort()).toEqual(['lianjian.txt', 'wangge.txt', '将乐县积分.txt']);
  });

  it('gets a number where its name, or the id made from it, is taken', async () => {
    const from = temporaryFolder({
      'a/Wangge.txt': article('将乐县'),
      'b/网格.txt': article('泰宁县'),
      'c/wang-ge.txt': article('明溪县'),
    });
    const outcomes = await importInto(fixtureSite(), from);
    expect(outcomes.map(told)).toEqual(['seeds/Wangge-2.txt', 'seeds/网格.txt', 'seeds/wang-ge-2.txt']);
  });

  it('is found in folders below, without what systems leave there; pictures of a saved page are no articles', async () => {
    const files = ['x/y/文章.txt', '.DS_Store', '~$文章.txt', 'Thumbs.db', 'x/.hidden.txt', 'x/页面_files/a.txt', 'x/页面.files/b.txt'];
    const from = temporaryFolder(
      Object.fromEntries([...files.map((name) => [name, article('将乐县')]), ['x/页面.html', ''], ['空/空/.keep', '']]),
    );
    symlinkSync(from, join(from, 'x/loop'));
    const outcomes = await importInto(fixtureSite(), from, join(from, 'x/y'), join(from, 'x/y/文章.txt'));
    expect(outcomes.map(({ path }) => path.slice(from.length + 1))).toEqual(['x/y/文章.txt', 'x/页面.html', '空/空']);
    expect(outcomes.map(told)[0]).toBe('seeds/文章.txt');
    expect(outcomes.map(told)[2]).toBe('文件夹里没有可以放入的文件。');
  });

  it('makes seeds/ where a site has none', async () => {
    const site = fixtureSite({ seeds: null });
    expect((await importInto(site, join(temporaryFolder({ 'a.txt': article('将乐县') }), 'a.txt'))).map(told)).toEqual(['seeds/a.txt']);
  });
});

describe('the same text', () => {
  const text = article('将乐县');
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
  const page = `<html><head><title>三明日报</title></head><body><div>首页 &gt; 党建</div><h1>${text.split('\n')[0]}</h1>${text
    .split('\n')
    .slice(1)
    .map((line) => `<p>${line}</p>`)
    .join('')}<div>版权所有</div></body></html>`;
  const same: [name: string, content: string | Buffer, file?: string][] = [
    ['the same bytes', text],
    ['another encoding', wide],
    ['other line breaks and blank lines', text.replaceAll('\n', '\r\n\r\n')],
    ['other white space', text.replaceAll('党员', '党员　 ')],
    ['half-width punctuation', text.replaceAll('，', ',').replaceAll('。', '.').replaceAll('：', ':')],
    ['full-width digits', text.replace('30项', '３０项')],
    ['a share bar around it', `${text}【打印】 【关闭】\n分享到：\n`],
    ['the form of a web page', page, '新.html'],
    ['the form of Markdown', `# ${text.replaceAll('\n', '\n\n')}`, '新.md'],
    ['another byline', text.replace('2023-05-06 08:00 来源：三明日报', '2023年5月8日 来源：福建日报')],
  ];

  it.each(same)('is refused with %s, and the message names what it equals', async (_, content, file = '新.txt') => {
    const site = fixtureSite({ 'seeds/jiangle.txt': text });
    const outcomes = await importInto(site, join(temporaryFolder({ [file]: content }), file));
    expect(outcomes.map(told)).toEqual(['文字与 seeds/jiangle.txt 相同，没有重复放入。']);
    expect(readdirSync(join(site, 'seeds')).length).toBe(3);
  });

  it('is refused in the form of a Word file', async () => {
    const [title = '', ...lines] = text.split('\n');
    const children = [new Paragraph({ text: title, heading: 'Title' }), ...lines.map((line) => new Paragraph(line))];
    const word = await Packer.toBuffer(new Document({ sections: [{ children }] }));
    const site = fixtureSite({ 'seeds/jiangle.txt': text });
    expect((await importInto(site, join(temporaryFolder({ '新.docx': word }), '新.docx'))).map(told)).toEqual([
      '文字与 seeds/jiangle.txt 相同，没有重复放入。',
    ]);
  });

  it('is refused among the files of one call', async () => {
    const from = temporaryFolder({ '1.txt': text, '2.txt': wide });
    expect((await importInto(fixtureSite(), from)).map(told)).toEqual(['seeds/1.txt', '文字与 seeds/1.txt 相同，没有重复放入。']);
  });

  it('is refused where the other is held or withdrawn', async () => {
    const site = fixtureSite({ 'seeds/jiangle.txt': text, 'content/takedown.yaml': '- { source: jiangle.txt, reason: 应来源单位要求 }\n' });
    expect((await importInto(site, join(temporaryFolder({ 'x.txt': text }), 'x.txt'))).map(told)).toEqual([
      '文字与 seeds/jiangle.txt 相同，没有重复放入。',
    ]);
  });

  it('is not seen in an article with other words', async () => {
    const site = fixtureSite({ 'seeds/jiangle.txt': text });
    const other = join(temporaryFolder({ 'x.txt': text.replace('30项', '31项') }), 'x.txt');
    expect((await importInto(site, other)).map(told)).toEqual(['seeds/x.txt']);
  });
});

describe('a file that is no article', () => {
  it.each([
    ['missing.txt', null, '找不到这个文件或文件夹。'],
    ['empty.txt', '', '文件是空的，没有一个字。'],
    ['picture.txt', Buffer.from('89504e470d0a1a0a0000000d49484452000000010000', 'hex'), '文件不是文本，里面多是不能显示的控制字符。'],
    ['old.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /\.doc/],
    ['huge.txt', Buffer.alloc(64_000_001, 'a'), '文件有 65 MB，不像一篇文章。'],
  ])('is refused with what to do, and stops no other: %s', async (name, content, message) => {
    const from = temporaryFolder({ 'z.txt': article('将乐县'), ...(content === null ? {} : { [name]: content }) });
    const site = fixtureSite();
    const outcomes = await importInto(site, join(from, name), join(from, 'z.txt'));
    const [refused, taken] = outcomes;
    if (!refused || !taken) throw new Error('Both files must have an outcome.');
    expect(told(refused)).toMatch(message);
    expect(refused.refused[0]?.hint).not.toBe('');
    expect(told(taken)).toBe('seeds/z.txt');
    expect(readdirSync(join(site, 'seeds')).sort()).toEqual(['lianjian.txt', 'wangge.txt', 'z.txt']);
  });

  it('is refused where it is no regular file', async () => {
    expect((await importInto(fixtureSite(), '/dev/null')).map(told)).toEqual(['这不是普通文件。']);
  });
});

describe('a safe name', () => {
  it.each([
    ['大田县（一）.txt', '大田县-一.txt'],
    ['My Article 2022.TXT', 'My-Article-2022.txt'],
    ['..txt', 'article.txt'],
    ['...', 'article'],
    ['.txt', 'txt'],
    ['-rf.txt', 'rf.txt'],
    ['__proto__.txt', 'proto.txt'],
    ['CON.txt', 'article-CON.txt'],
    ['nul', 'article-nul'],
    ['Lpt1.md', 'article-Lpt1.md'],
    ['a\\..\\b.txt', 'a-b.txt'],
    ['a:b*c?"<>|.txt', 'a-b-c.txt'],
    ['甲\u202etxt.exe.txt', '甲-txt-exe.txt'],
    ['甲\u0000\u001b[31m乙\n.txt', '甲-31m乙.txt'],
    ['😀😀.txt', 'article.txt'],
    ['e\u0301.txt', 'é.txt'],
    ['甲. .txt', '甲.txt'],
    ['<img src=x onerror=alert(1)>.txt', 'img-src-x-onerror-alert-1.txt'],
  ])('%j is kept as %s', (given, kept) => {
    const { stem, ending } = safeName(given);
    expect(stem + ending).toBe(kept);
  });

  it('is short, harmless on every system and stays itself, whatever is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 90 })), (given) => {
        const { stem, ending } = safeName(given);
        expect(stem).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u);
        expect(ending).toMatch(/^(?:\.[a-z0-9]{1,8})?$/);
        expect(Buffer.byteLength(stem)).toBeLessThanOrEqual(190);
        expect(safeName(stem + ending)).toEqual({ stem, ending });
        expect(idOfName(stem)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(idOfName(stem).length).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('is numbered until both the name and the id are free', () => {
    const taken = new TakenNames();
    for (const stem of ['甲', '甲-2', 'JIA-3']) taken.add(stem);
    taken.add('other', 'jia-4');
    expect(taken.free({ stem: '甲', ending: '.txt' })).toEqual({ stem: '甲-5', ending: '.txt' });
  });
});

describe('npm run import', () => {
  it('says a line for each file, and of each new one what the check finds; status 1 where one was refused', async () => {
    const site = fixtureSite({ 'seeds/jiangle.txt': article('将乐县') });
    const from = temporaryFolder({
      'a.txt': article('将乐县'),
      'b.txt': '泰宁县推行党员积分管理，把日常表现量化为30项指标，群众都说好。\n',
      'c.txt': article('明溪县'),
    });
    mkdirSync(join(from, 'd'));
    writeFileSync(join(from, 'd/\u001b]0;evil\u0007.pdf'), '%PDF');
    const { status, stdout, stderr } = await casebook(['import', from], { CASEBOOK_SITE: site });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    for (const line of [
      `[1/4] 没有放入 ${join(from, 'a.txt')}：`,
      '文字与 seeds/jiangle.txt 相同',
      `[2/4] ${join(from, 'b.txt')} → seeds/b.txt`,
      'noTitle',
      'seeds/c.txt：没有错误，没有待核。',
      '放入 2 个文件，没有放入 2 个。',
    ])
      expect(stdout).toContain(line);
    expect(stdout).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(stdout).not.toContain('seeds/lianjian.txt');
    expect((await casebook(['check'], { CASEBOOK_SITE: site })).status).toBe(0);
  });

  it.each([
    [[], {}, '没有写要放入哪些文件'],
    [['--force', 'a.txt'], {}, '命令 import 没有“--force”这个选项'],
    [['a.txt'], { CASEBOOK_SITE: '/no/such/site' }, '找不到站点文件夹 /no/such/site'],
  ])('refuses %j', async (args, env, message) => {
    const { status, stderr } = await casebook(['import', ...args], { CASEBOOK_SITE: fixtureSite(), ...env });
    expect(status).toBe(1);
    expect(stderr).toContain(message);
  });
});
