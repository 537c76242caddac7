import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { casebook, program } from '../setup/command.ts';
import { elsewhere, here } from '../setup/elsewhere.ts';
import { fixtureSite } from '../setup/fixture-site.ts';
import { temporaryFolder } from '../setup/folder.ts';
import { sumsOf } from '../setup/tree.ts';

describe('two builds at once from one checkout', () => {
  it('of the same content make the same bytes, in whatever folder, time zone and language, and on whatever day', async () => {
    const [first, second] = [join(temporaryFolder(), 'a'), join(temporaryFolder(), 'b')];
    const copy = temporaryFolder();
    for (const name of ['seeds', 'content', 'public']) cpSync(join(program, name), join(copy, name), { recursive: true });
    const outcomes = await Promise.all([
      casebook(['build'], { CASEBOOK_OUT: first, ...here }),
      casebook(['build'], { CASEBOOK_SITE: copy, CASEBOOK_OUT: second, ...elsewhere }),
    ]);
    expect(outcomes.map(({ status, stderr }) => ({ status, stderr }))).toEqual(Array(2).fill({ status: 0, stderr: '' }));
    expect(sumsOf(second)).toEqual(sumsOf(first));
  });

  it('of two sites do not mix', async () => {
    const sites = [
      fixtureSite({ 'seeds/lianjian.txt': null, 'content/practices/grid-governance.md': null }),
      fixtureSite({ 'seeds/wangge.txt': null, 'content/practices/cross-village-joint-building.mdx': null }),
    ];
    const alone = sites.map(() => temporaryFolder());
    for (const [i, site] of sites.entries()) {
      const { status, stderr } = await casebook(['build'], { CASEBOOK_SITE: site, CASEBOOK_OUT: alone[i] ?? '' });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    }
    const outcomes = await Promise.all(sites.map((site) => casebook(['build'], { CASEBOOK_SITE: site })));
    expect(outcomes.map(({ status, stderr }) => ({ status, stderr }))).toEqual(Array(2).fill({ status: 0, stderr: '' }));
    expect(sites.map((site) => sumsOf(join(site, 'dist')))).toEqual(alone.map(sumsOf));
  });
});
