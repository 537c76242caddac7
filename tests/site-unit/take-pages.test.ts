import { existsSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { expect, it } from 'vitest';
import { takePages } from '../../src/site/rendering/take-pages.ts';
import { program } from '../setup/command.ts';
import { temporaryFolder } from '../setup/folder.ts';

it('every file that Astro renders is handed over and not written, with how many there are', async () => {
  const root = temporaryFolder({
    'src/pages/[id].astro': [
      '---',
      "export const getStaticPaths = () => ['a', '乙'].map((id) => ({ params: { id } }));",
      '---',
      '<p>{Astro.params.id}</p><style>p { color: red }</style>',
    ].join('\n'),
    'src/pages/folder/index.astro': '<p>index</p>',
    'src/pages/404.astro': '<p>nothing</p>',
    'src/pages/large.astro': '<main set:html={Astro.request.takePart("<p>large</p>")} />',
    'src/pages/list.json.ts': 'export const GET = () => new Response("[]");\n',
    'src/pages/folder/[name].csv.ts':
      "export const getStaticPaths = () => [{ params: { name: 'a' } }];\nexport const GET = () => new Response('一,二');\n",
    'public/robots.txt': 'User-agent: *',
  });
  symlinkSync(join(program, 'node_modules'), join(root, 'node_modules'), 'dir');
  const order: string[] = [];
  const taken: Record<string, string> = {};
  const past: Record<string, readonly string[]> = {};
  const told: string[] = [];
  await build({
    root,
    logLevel: 'error',
    build: { format: 'preserve', inlineStylesheets: 'never' },
    integrations: [
      takePages({
        async onAssets() {
          order.push(`assets ${readdirSync(join(root, 'dist/_astro')).length}`);
        },
        onPaths: () => order.push('paths'),
        async onFile(file, made, parts) {
          taken[file] = new TextDecoder().decode(made);
          if (parts.length > 0) past[file] = parts;
        },
        onProgress: (done, of) => told.push(`${done}/${of}`),
      }),
    ],
  });
  expect(order).toEqual(['assets 1', 'paths']);
  expect(Object.keys(taken).sort()).toEqual([
    '404.html',
    'a.html',
    'folder/a.csv',
    'folder/index.html',
    'large.html',
    'list.json',
    '乙.html',
  ]);
  expect(taken['乙.html']).toMatch(/<p[^>]*>乙<\/p>/u);
  expect(taken['folder/a.csv']).toBe('一,二');
  expect(past).toEqual({ 'large.html': ['<p>large</p>'] });
  expect(taken['large.html']).not.toContain('<p>');
  expect(told.at(-1)).toBe('7/7');
  expect(readdirSync(join(root, 'dist')).sort()).toEqual(['_astro', 'robots.txt']);
  expect(existsSync(join(root, 'dist/a.html'))).toBe(false);
});
