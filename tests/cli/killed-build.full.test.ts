import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { casebook, startCasebook } from '../setup/command.ts';
import { fixtureSite } from '../setup/fixture-site.ts';
import { sumsOf } from '../setup/tree.ts';

/** Builds that are killed. */
const kills = 20;

/** `CASEBOOK_TEST_SEED` repeats the moments of an earlier run, which prints its own. */
const seed = Number(process.env.CASEBOOK_TEST_SEED ?? Math.floor(Math.random() * 2 ** 32));

/** Numbers from 0 to 1 that look random and follow from the seed (Marsaglia's xorshift of 32 bits). */
function randomFrom(start: number): () => number {
  let state = start >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

it('a build killed at any moment leaves the old output whole or the new one, and the next build is right', async () => {
  const whole = fixtureSite();
  const started = performance.now();
  expect(await casebook(['build'], { CASEBOOK_SITE: whole })).toMatchObject({ status: 0, stderr: '' });
  const duration = performance.now() - started;
  const [site, expected] = [fixtureSite(), sumsOf(join(whole, 'dist'))];
  const old = sumsOf(join(site, 'dist'));
  const random = randomFrom(seed);
  console.log(`CASEBOOK_TEST_SEED=${seed}, a build takes ${Math.round(duration)} ms, killed after:`);
  for (let kill = 0; kill < kills; kill += 1) {
    const moment = random();
    const { child, outcome } = startCasebook(['build'], { CASEBOOK_SITE: site });
    const killing = setTimeout(() => child.kill('SIGKILL'), moment * duration);
    const { status } = await outcome;
    clearTimeout(killing);
    const out = sumsOf(join(site, 'dist'));
    const left = readdirSync(site).filter((name) => name.startsWith('dist.'));
    console.log(
      `  ${Math.round(moment * duration)} ms: ${status === 0 ? 'it was done already' : `killed, left ${left.join(' ') || 'nothing'}`}`,
    );
    expect([old, expected]).toContainEqual(out);
  }
  expect(await casebook(['build'], { CASEBOOK_SITE: site })).toMatchObject({ status: 0, stderr: '' });
  expect(sumsOf(join(site, 'dist'))).toEqual(expected);
  expect(readdirSync(site).sort()).toEqual(['content', 'dist', 'public', 'seeds']);
});
