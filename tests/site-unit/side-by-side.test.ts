import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { sideBySide } from '../../src/site/side-by-side.ts';

it('works that run side by side are answered in their order', async () => {
  expect(await sideBySide([setTimeout(20, 'slow'), Promise.resolve('quick')], () => undefined)).toEqual(['slow', 'quick']);
});

it('where one fails, the others are stopped and have ended before its failure is told', async () => {
  const stop = new AbortController();
  const told: string[] = [];
  const other = setTimeout(10_000, undefined, { signal: stop.signal })
    .catch(() => setTimeout(20))
    .then(() => {
      told.push('the other has ended');
      throw new Error('stopped');
    });
  const failing = Promise.reject(new Error('the disk is full'));
  await expect(sideBySide([other, failing], (reason) => stop.abort(reason))).rejects.toThrow('the disk is full');
  expect(told).toEqual(['the other has ended']);
  expect(stop.signal.reason).toEqual(new Error('the disk is full'));
});
