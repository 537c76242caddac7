import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesOf } from '../../src/site/output/files-of.ts';
import { casebook, type Outcome } from '../setup/command.ts';
import { fixtureSite } from '../setup/fixture-site.ts';
import { temporaryFolder, writeFiles } from '../setup/folder.ts';

const site = fixtureSite({ 'content/cases/lianjian.yaml': 'id: datian\nformerIds: [lianjian, datian-2022]\n' });
const out = join(site, 'dist');
const run = (args: string[], env: Record<string, string> = {}): Promise<Outcome> => casebook(args, { CASEBOOK_SITE: site, ...env });

beforeAll(async () => {
  const { status, stdout, stderr } = await run(['build']);
  if (status !== 0) throw new Error(stdout + stderr);
});

describe('npm run verify', () => {
  it('finds nothing in a whole copy', async () => {
    const copy = temporaryFolder();
    cpSync(out, copy, { recursive: true });
    expect(await run(['verify', copy])).toMatchObject({ status: 0, stdout: `与清单一致：${copy}\n` });
  });

  it('names what a copy over an old folder left behind, and what it broke', async () => {
    const copy = temporaryFolder({ 'cases/withdrawn.html': '撤下的一篇' });
    cpSync(out, copy, { recursive: true });
    writeFiles(copy, { 'index.html': '改过' });
    rmSync(join(copy, 'about.html'));
    const { status, stdout } = await run(['verify', copy]);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /缺少 1 个文件.*\n {2}about\.html\n内容不同 1 个文件.*\n {2}index\.html\n多出 1 个文件.*撤下.*\n {2}cases\/withdrawn\.html\n/u,
    );
  });

  it.each([
    ['no such folder', () => '/nowhere/at/all', '没有这个文件夹'],
    ['a folder without sums', () => temporaryFolder({ 'index.html': '' }), '里没有可用的清单 SHA256SUMS'],
  ])('refuses %s', async (_, folder, message) => {
    const { status, stderr } = await run(['verify', folder()]);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
  });
});

describe('npm run package', () => {
  it('packs every file of the site, the same bytes in another time zone, and never over a file', async () => {
    const folder = temporaryFolder();
    const [first, second] = [join(folder, '一.zip'), join(folder, 'b.zip')];
    expect((await run(['package', first], { TZ: 'Asia/Shanghai' })).status).toBe(0);
    expect((await run(['package', second], { TZ: 'America/New_York' })).status).toBe(0);
    expect(readFileSync(first).equals(readFileSync(second))).toBe(true);
    const packed = unzipSync(readFileSync(first));
    expect(Object.keys(packed)).toEqual(filesOf(out));
    for (const [path, content] of Object.entries(packed)) expect(readFileSync(join(out, path)).equals(content), path).toBe(true);
    const again = await run(['package', first]);
    expect(again.status).toBe(1);
    expect(again.stderr).toContain('文件已存在');
  });

  it('names the file by the day where nobody names it', async () => {
    const { stdout } = await run(['package']);
    expect(stdout).toMatch(/dist\.\d{4}-\d{2}-\d{2}\.zip（/u);
  });

  it('refuses an output that somebody has changed', async () => {
    const copy = temporaryFolder();
    cpSync(out, copy, { recursive: true });
    writeFiles(copy, { 'index.html': '改过' });
    const { status, stderr } = await run(['package'], { CASEBOOK_OUT: copy });
    expect(status).toBe(1);
    expect(stderr).toContain('与它的清单不一致');
  });
});

describe('an old address', () => {
  it.each(['lianjian', 'datian-2022'])('of %s leads on without scripts', (former) => {
    const page = readFileSync(join(out, 'cases', `${former}.html`), 'utf8');
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=datian.html">');
    expect(page).toMatch(/<a id="today" href="datian\.html">/);
    expect(page).not.toContain('组建联村党委');
  });

  it('is told to programs that read data/', () => {
    const { cases } = JSON.parse(readFileSync(join(out, 'data/cases.json'), 'utf8')) as { cases: { id: string; formerIds?: string[] }[] };
    expect(cases.map(({ id, formerIds }) => [id, formerIds])).toContainEqual(['datian', ['lianjian', 'datian-2022']]);
    expect(filesOf(out)).not.toContain('data/cases/lianjian.json');
  });
});

describe('npm run check', () => {
  const flagsIn = async (changes: Parameters<typeof fixtureSite>[0]) => {
    const changed = fixtureSite({ 'content/cases/lianjian.yaml': 'id: datian\nformerIds: [lianjian, datian-2022]\n', ...changes });
    const { stdout } = await casebook(['check', '--json'], { CASEBOOK_SITE: changed, CASEBOOK_OUT: out });
    const { files } = JSON.parse(stdout) as { files: { file: string; flags: { id: string; message: string }[] }[] };
    return files.flatMap(({ file, flags }) =>
      flags.filter(({ id }) => id.startsWith('vanished')).map(({ message }) => `${file}：${message}`),
    );
  };

  it('has nothing to say of addresses that stay, lead on, or are withdrawn', async () => {
    expect(await flagsIn({})).toEqual([]);
    expect(await flagsIn({ 'content/cases/lianjian.yaml': 'id: third\nformerIds: [datian]\n' })).toEqual([]);
    expect(await flagsIn({ 'content/takedown.yaml': '- { source: wangge.txt, reason: 应来源单位要求 }\n' })).toEqual([]);
  });

  it('warns of a case, a passage and a practice whose address would vanish', async () => {
    expect(await flagsIn({ 'content/cases/lianjian.yaml': 'id: third\n' })).toEqual([
      expect.stringContaining('seeds/lianjian.txt：上次生成时的网址 cases/datian.html 这次不会再有'),
    ]);
    expect(
      await flagsIn({ 'seeds/wangge.txt': '建宁县：网格管理服务群众\n2021-06-02 来源：三明日报\n建宁县把全县划分为130个网格。\n' }),
    ).toEqual([expect.stringMatching(/^seeds\/wangge\.txt：上次生成时有 1 段的编号（p[0-9a-f]{6}）/u)]);
    expect(await flagsIn({ 'content/practices/grid-governance.md': null })).toEqual([
      expect.stringContaining('content/practices/grid-governance.mdx：上次生成时的网址 practices/grid-governance.html'),
    ]);
  });
});
