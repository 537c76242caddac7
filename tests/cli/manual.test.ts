import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../../src/site/output/files-of.ts';
import { program } from '../setup/command.ts';

const pages = [
  'README.md',
  'README.zh-CN.md',
  ...filesOf(join(program, 'docs')).flatMap((path) => (path.endsWith('.md') ? `docs/${path}` : [])),
];
const { scripts } = JSON.parse(readFileSync(join(program, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(program, page), 'utf8');

  it('names commands that there are', () => {
    const named = [...text.matchAll(/npm run (?:--silent )?([a-z][a-z:]*)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it('links to files and headings that there are', () => {
    const headings = [...text.matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) =>
      heading
        .replace(/[^\p{L}\p{N}\- ]/gu, '')
        .replaceAll(' ', '-')
        .toLowerCase(),
    );
    const broken = [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/gu)]
      .map(([, target = '']) => target)
      .filter((target) =>
        target.startsWith('#')
          ? !headings.includes(target.slice(1))
          : !existsSync(join(program, dirname(page), target.split('#')[0] ?? '')),
      );
    expect(broken).toEqual([]);
  });
});
