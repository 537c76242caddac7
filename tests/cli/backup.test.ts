import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { casebook } from '../setup/command.ts';
import { fixtureSite } from '../setup/fixture-site.ts';
import { temporaryFolder } from '../setup/folder.ts';
import { sumsOf } from '../setup/tree.ts';

const folders = ['seeds', 'content', 'public'];
const site = fixtureSite({
  'seeds/大田县：联建.txt': '大田县推行跨村联建，组建联村党委9个。\n',
  'public/docs/附件.pdf': Buffer.from([37, 80, 0, 255]),
});
const file = join(temporaryFolder(), '备份.zip');

const kept = (folder: string) => folders.map((name) => sumsOf(join(folder, name)));
const restore = (into: string, from: string, ...more: string[]) => casebook(['restore', from, ...more], { CASEBOOK_SITE: into });

/** The backup with some of its files changed; null for one that is gone. */
function changed(changes: Record<string, string | null>): string {
  const files: Zippable = { ...unzipSync(readFileSync(file)) };
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) delete files[path];
    else files[path] = Buffer.from(text);
  }
  const other = join(temporaryFolder(), 'changed.zip');
  writeFileSync(other, zipSync(files));
  return other;
}

beforeAll(async () => {
  const { status, stdout, stderr } = await casebook(['backup', file], { CASEBOOK_SITE: site });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('请只交给可以看原件的人');
});

describe('a backup', () => {
  it('comes back byte for byte in a new folder', async () => {
    const folder = join(temporaryFolder(), '新 站点');
    expect(await restore(folder, file)).toMatchObject({ status: 0, stderr: '' });
    expect(kept(folder)).toEqual(kept(site));
    expect(readdirSync(folder).sort()).toEqual([...folders].sort());
  });

  it('is not written over a file', async () => {
    const { status, stderr } = await casebook(['backup', file], { CASEBOOK_SITE: site });
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('文件已存在') });
  });

  it.runIf(process.platform !== 'win32')('is refused where a link would be lost', async () => {
    const linked = fixtureSite();
    symlinkSync('/etc/hostname', join(linked, 'seeds/link.txt'));
    const target = join(temporaryFolder(), 'b.zip');
    const { status, stderr } = await casebook(['backup', target], { CASEBOOK_SITE: linked });
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('  seeds/link.txt') });
    expect(existsSync(target)).toBe(false);
  });

  it('is refused where there is nothing to keep', async () => {
    const { status, stderr } = await casebook(['backup'], { CASEBOOK_SITE: temporaryFolder() });
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('没有可备份的') });
  });
});

describe('restoring over a site that has content', () => {
  it('is refused', async () => {
    const other = fixtureSite({ 'seeds/wangge.txt': null });
    const before = sumsOf(other);
    const { status, stderr } = await restore(other, file);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('里已有 seeds/、content/、public/，没有恢复') });
    expect(stderr).toContain('--replace');
    expect(sumsOf(other)).toEqual(before);
  });

  it('moves that aside where somebody says so', async () => {
    const other = fixtureSite({ 'seeds/later.txt': '后来的\n' });
    const before = kept(other);
    const { status, stdout } = await restore(other, file, '--replace');
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining(join(other, 'replaced-1')) });
    expect(kept(other)).toEqual(kept(site));
    expect(kept(join(other, 'replaced-1'))).toEqual(before);
    expect(readdirSync(other).sort()).toEqual(['content', 'dist', 'public', 'replaced-1', 'seeds']);
  });
});

describe('a backup that is not whole', () => {
  it.each([
    ['changed', () => changed({ 'seeds/wangge.txt': '改过\n' }), 'seeds/wangge.txt 与清单不同'],
    ['without a file', () => changed({ 'seeds/wangge.txt': null }), '缺少 seeds/wangge.txt'],
    ['with a file that was put in', () => changed({ 'seeds/other.txt': '多出\n' }), 'seeds/other.txt 与清单不同'],
    ['without its sums', () => changed({ SHA256SUMS: null }), '没有可用的清单'],
    ['no zip at all', () => join(site, 'seeds/wangge.txt'), '不是完整的 zip 文件'],
    [
      'cut off',
      () => {
        const cut = join(temporaryFolder(), 'cut.zip');
        writeFileSync(cut, readFileSync(file).subarray(0, -200));
        return cut;
      },
      '不是完整的 zip 文件',
    ],
    [
      'made to write elsewhere',
      () => {
        const path = 'seeds/../../outside.txt';
        const sum = '185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969';
        const sums = Buffer.from(unzipSync(readFileSync(file)).SHA256SUMS ?? []).toString();
        return changed({ [path]: 'Hello', SHA256SUMS: `${sums}${sum}  ${path}\n` });
      },
      '不在 seeds/、content/、public/ 里',
    ],
    ['not there', () => '/nowhere/at/all.zip', '没有这个文件'],
  ])('is refused: %s', async (_, from, message) => {
    const folder = temporaryFolder();
    const { status, stderr } = await restore(join(folder, 'site'), from());
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(message) });
    expect(readdirSync(folder).flatMap((name) => readdirSync(join(folder, name)))).toEqual([]);
  });
});
