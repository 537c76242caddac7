import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Entry } from '../../src/search/catalogue.ts';
import { startProgram } from '../setup/command.ts';
import { writeFiles } from '../setup/folder.ts';
import { changeCopy, programCopy } from '../setup/program-copy.ts';
import { seedCases } from './small-library.ts';

/** Writes the index of the articles of this repository by a copy's own code. */
const writing = `
import { readFileSync } from 'node:fs';
import { writeSearchIndex } from './src/search/build.ts';
const cases = JSON.parse(readFileSync('cases.json', 'utf8'));
await writeSearchIndex({ cases, practices: [], groups: [], gazetteer: { byCode: () => undefined } }, { out: 'out', cache: 'kept' });
`;

it('a kept index is made anew where the code of the search has changed, and only there', async () => {
  const copy = programCopy({});
  writeFiles(copy, { 'write.ts': writing, 'cases.json': JSON.stringify(seedCases()) });
  const written = async (): Promise<Entry> => {
    const run = await startProgram(process.execPath, ['write.ts'], { PATH: process.env.PATH }, copy).outcome;
    expect(run).toMatchObject({ status: 0, stderr: '' });
    return JSON.parse(readFileSync(join(copy, 'out/search/entry.json'), 'utf8'));
  };
  const first = await written();
  changeCopy(copy, 'src/site/refusal.ts', ['export', '\nexport']);
  expect(await written()).toEqual(first);
  changeCopy(copy, 'src/search/build/shard.ts', ['const partSize = 3000', 'const partSize = 300']);
  const second = await written();
  expect(second.index).not.toEqual(first.index);
  expect(await written()).toEqual(second);
});
