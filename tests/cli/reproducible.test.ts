import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesOf } from '../../src/site/output/files-of.ts';
import { casebook, program } from '../setup/command.ts';
import { elsewhere, here } from '../setup/elsewhere.ts';
import { fixtureSite } from '../setup/fixture-site.ts';
import { temporaryFolder } from '../setup/folder.ts';
import { sumsOf } from '../setup/tree.ts';

describe('the same content', () => {
  const site = fixtureSite();
  const copy = join(temporaryFolder(), '另一个 文件夹');
  const [out, otherOut] = [join(site, 'dist'), join(temporaryFolder(), '输出 2')];

  beforeAll(async () => {
    // The copy's files are new ones, and in another order on the disk.
    for (const name of readdirSync(site).reverse()) cpSync(join(site, name), join(copy, name), { recursive: true });
    expect(await casebook(['build'], { CASEBOOK_SITE: site, ...here })).toMatchObject({ status: 0, stderr: '' });
    const built = await casebook(['build'], { CASEBOOK_SITE: copy, CASEBOOK_OUT: otherOut, ...elsewhere });
    expect(built).toMatchObject({ status: 0, stderr: '' });
  }, 120_000);

  it('makes the same bytes on another day, in other folders, another time zone and another language', () => {
    expect(sumsOf(otherOut)).toEqual(sumsOf(out));
  });

  it('has sums that sha256sum itself finds right', () => {
    const { status, stdout } = spawnSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: otherOut, encoding: 'utf8' });
    expect({ status, checked: stdout.match(/: OK$/gmu)?.length }).toEqual({ status: 0, checked: filesOf(otherOut).length - 1 });
  });
});

it('what makes a site asks neither the clock nor chance nor the language of the machine', () => {
  const asks = /new Date\(\)|Date\.now\(|Math\.random\(|randomUUID|toLocale[A-Z]\w*\(|localeCompare\(|Intl\.\w+\((?!')/u;
  const found = filesOf(join(program, 'src')).filter((path) => asks.test(readFileSync(join(program, 'src', path), 'utf8')));
  expect(found).toEqual([
    // The day in a file's name, outside of what is built.
    'cli/today.ts',
    // In the reader's browser: when a passage was taken.
    'clips/page/taking.ts',
    // Whether another build still runs.
    'site/output/lock.ts',
  ]);
});
