import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const address = (path: string) => new URL(`../../../src/${path}`, import.meta.url).href;

/** The packages that a fresh process has loaded when it has all that a thread needs and has opened a source. */
function packagesFor(file: string, text: string): Set<string> {
  const program = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
    for (const each of ${JSON.stringify(['intake/readings/read-source.ts', 'intake/readings/store.ts', 'intake/readings/known.ts', 'intake/picture-shelf.ts'].map(address))})
      await import(each);
    const { openSource } = await import(${JSON.stringify(address('article/formats/open.ts'))});
    await openSource(${JSON.stringify(file)}, Buffer.from(${JSON.stringify(text)}));
    console.log(JSON.stringify(loaded));
  `;
  const printed = execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '--eval', program], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    encoding: 'utf8',
  });
  const loaded: string[] = JSON.parse(printed);
  return new Set(loaded.flatMap((url) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(url)?.[1] ?? []));
}

const converters = ['linkedom', 'mammoth', 'jszip', 'unified', '@mozilla/readability', 'yaml', '@mdx-js/mdx'];

describe('what is loaded for reading', () => {
  it('is no converter where a source is plain text', () => {
    const packages = packagesFor('seeds/a.txt', '大田县的做法\n村党支部建立联席会议制度。\n');
    expect(packages).toContain('zod');
    expect(converters.filter((name) => packages.has(name))).toEqual([]);
  });

  it('is what opens a page where a source is one, and no other converter', () => {
    const packages = packagesFor('seeds/a.html', '<html><body><h1>大田县的做法</h1><p>村党支部建立联席会议制度。</p></body></html>');
    expect(converters.filter((name) => packages.has(name))).toEqual(['linkedom', '@mozilla/readability']);
  });
});
