import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { casebook, startCasebook } from '../setup/command.ts';
import { fixtureSite } from '../setup/fixture-site.ts';
import { sumsOf } from '../setup/tree.ts';

/** Moments of a build, as parts of the time that a whole one takes. */
const moments = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95, 0.98, 1];

it('a build killed at any moment leaves the old output whole or the new one, and the next build is right', async () => {
  const whole = fixtureSite();
  const started = performance.now();
  expect(await casebook(['build'], { CASEBOOK_SITE: whole })).toMatchObject({ status: 0, stderr: '' });
  const duration = performance.now() - started;
  const [site, expected] = [fixtureSite(), sumsOf(join(whole, 'dist'))];
  const old = sumsOf(join(site, 'dist'));
  for (const moment of moments) {
    const { child, outcome } = startCasebook(['build'], { CASEBOOK_SITE: site });
    setTimeout(() => child.kill('SIGKILL'), moment * duration);
    await outcome;
    expect([old, expected]).toContainEqual(sumsOf(join(site, 'dist')));
  }
  expect(await casebook(['build'], { CASEBOOK_SITE: site })).toMatchObject({ status: 0, stderr: '' });
  expect(sumsOf(join(site, 'dist'))).toEqual(expected);
  expect(readdirSync(site).sort()).toEqual(['content', 'dist', 'public', 'seeds']);
});
