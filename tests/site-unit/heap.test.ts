import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('the runtime that comes with the program knows all that is set', () => {
  const heap = new URL('../../src/site/heap.ts', import.meta.url).href;
  const program = `import { giveThreadsRoom, letHeapGrow } from '${heap}'; giveThreadsRoom(); letHeapGrow(50); console.log(process.versions.node);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(stdout).toMatch(/^24\./u);
  expect(stderr).toBe('');
});
