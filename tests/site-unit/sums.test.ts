import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWithSums, readSums, sumLine, sumsName, writeSums } from '../../src/site/output/sums.ts';
import { temporaryFolder, writeFiles } from '../setup/folder.ts';

const files = {
  'index.html': '<h1>首页</h1>',
  'cases/大田 县.html': '一',
  '.htaccess': '',
  'odd\\name\n.txt': 'a name that coreutils escapes',
};

function summed(): string {
  const folder = temporaryFolder(files);
  writeSums(folder);
  return folder;
}

describe('the sums of a site', () => {
  it('are checked by sha256sum itself', () => {
    const { status, stdout } = spawnSync('sha256sum', ['--check', '--strict', sumsName], { cwd: summed(), encoding: 'utf8' });
    expect({ status, checked: stdout.match(/: OK$/gmu)?.length }).toEqual({ status: 0, checked: 4 });
  });

  it('agree with the folder that they were made of', () => {
    expect(compareWithSums(summed())).toEqual({ missing: [], changed: [], surplus: [] });
  });

  it('name what a copy lost, changed, and kept of an older site', () => {
    const folder = summed();
    rmSync(join(folder, '.htaccess'));
    writeFiles(folder, { 'index.html': '<h1>首页', 'cases/withdrawn.html': '撤下的一篇' });
    expect(compareWithSums(folder)).toEqual({ missing: ['.htaccess'], changed: ['index.html'], surplus: ['cases/withdrawn.html'] });
  });

  it.each([
    ['there are none', null],
    ['the file says something else', '这不是清单\n'],
  ])('say nothing where %s', (_, text) => {
    const folder = temporaryFolder(files);
    if (text !== null) writeFiles(folder, { [sumsName]: text });
    expect(compareWithSums(folder)).toBeUndefined();
  });

  it('are read as they were written, with the line ends of Windows too', () => {
    const sum = 'a'.repeat(64);
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }).filter((path) => !path.includes('\u0000')),
        fc.boolean(),
        (path, windows) => {
          const text = sumLine(sum, path);
          expect(readSums(windows ? text.replace(/\n$/, '\r\n') : text)).toEqual(new Map([[path, sum]]));
        },
      ),
    );
  });
});
