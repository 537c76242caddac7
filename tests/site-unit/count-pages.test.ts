import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { expect, it } from 'vitest';
import { countPages } from '../../src/site/count-pages.ts';
import { program } from '../setup/command.ts';
import { temporaryFolder } from '../setup/folder.ts';

it('every page that Astro renders is counted, and how many there are is known with the first', async () => {
  const root = temporaryFolder({
    'src/pages/[id].astro': [
      '---',
      "export const getStaticPaths = () => ['a', 'b', 'c'].map((id) => ({ params: { id } }));",
      '---',
      '<p>{Astro.params.id}</p>',
    ].join('\n'),
    'src/pages/list.json.ts': 'export const GET = () => new Response("[]");\n',
  });
  symlinkSync(join(program, 'node_modules'), join(root, 'node_modules'), 'dir');
  const told: [number, number][] = [];
  await build({ root, logLevel: 'error', integrations: [countPages((done, of) => told.push([done, of]))] });
  expect(told).toEqual([
    [1, 4],
    [2, 4],
    [3, 4],
    [4, 4],
  ]);
});
