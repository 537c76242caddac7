import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { casebook } from '../setup/command.ts';
import { fixtureSite } from '../setup/fixture-site.ts';

it.each([
  ['has no program for this processor', { npm_config_arch: 'sparc' }],
  ['does not find its program', { PAGEFIND_EXTENDED_BINARY_PATH: '/nowhere/pagefind' }],
])('where Pagefind %s, a build says so in Chinese before it begins, and leaves the output alone', async (_, environment) => {
  const site = fixtureSite();
  const before = readdirSync(join(site, 'dist'));
  const { status, stdout, stderr } = await casebook(['build'], { CASEBOOK_SITE: site, ...environment });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain(`Pagefind 不能在这台电脑（${process.platform}-${process.arch}）上运行`);
  expect(stderr).toContain('npm ci');
  expect(readdirSync(join(site, 'dist'))).toEqual(before);
});
