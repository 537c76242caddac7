import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { formatVersion, type IndexFile, openPagefindIndex, partList, pathOfPart } from '../../src/search/build/pagefind-format.ts';
import { readUnits } from '../../src/search/tokens.ts';
import { indexWords } from './index-words.ts';
import { seedCases } from './small-library.ts';

/** Pagefind's own program, asked for the files of one record. */
const partSize = 500;
process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(partSize);
const pagefind = await import('pagefind');
afterAll(() => pagefind.close());

async function byPagefind(rows: readonly string[]): Promise<IndexFile[]> {
  const { index } = await pagefind.createIndex({ forceLanguage: 'und' });
  const content = rows.flatMap((row) => indexWords(readUnits(row))).join(' ');
  await index?.addCustomRecord({ url: '0', language: 'und', content });
  const files = await index?.getFiles();
  await index?.deleteIndex();
  return files?.files ?? [];
}

function byUs(rows: readonly string[]): IndexFile[] {
  const index = openPagefindIndex({ parts: partSize, roomOf: (units) => units });
  for (const row of rows) index.add(row);
  const { parts, ranges, room } = index.finish();
  return [...parts.map((content, at) => ({ path: pathOfPart(at), content })), partList(ranges, room)];
}

/** Parts are named by their content or by number: they are told apart by what is in them. */
function unpacked(files: readonly IndexFile[], ending: string): string[] {
  return files
    .filter(({ path }) => path.endsWith(ending))
    .map(({ content }) => gunzipSync(content).toString('latin1'))
    .sort();
}

/** The beginnings of the words of each part, as the list of parts has them; the names of parts and records are our own. */
function beginnings(files: readonly IndexFile[]): unknown {
  const meta = gunzipSync(files.find(({ path }) => path.endsWith('.pf_meta'))?.content ?? new Uint8Array());
  const [version, records, parts, ...rest] = readCbor(meta.subarray('pagefind_dcd'.length)) as [string, [string, number][], string[][]];
  return { version, words: records.map((record) => record[1]), parts: parts.map((part) => part.slice(0, 2)), rest };
}

/** Numbers, texts and lists. */
function readCbor(bytes: Buffer): unknown {
  let at = 0;
  const item = (): unknown => {
    const kind = bytes.readUInt8(at) >> 5;
    const short = bytes.readUInt8(at) & 31;
    const more = short < 24 ? 0 : 2 ** (short - 24);
    const value = more === 0 ? short : bytes.readUIntBE(at + 1, more);
    at += 1 + more;
    if (kind === 4) return Array.from({ length: value }, item);
    if (kind !== 3) return kind === 0 ? value : -1 - value;
    at += value;
    return bytes.toString('utf8', at - value, at);
  };
  return item();
}

describe('the files that we write are those that Pagefind writes', () => {
  it('for the articles of this repository, byte for byte', async () => {
    const rows = seedCases().flatMap(({ title, blocks }) => [title, ...blocks.map(({ text }) => text)]);
    const [theirs, ours] = [await byPagefind(rows), byUs(rows)];
    expect(unpacked(ours, '.pf_index').length).toBeGreaterThan(30);
    expect(unpacked(ours, '.pf_index')).toEqual(unpacked(theirs, '.pf_index'));
    expect(beginnings(ours)).toEqual(beginnings(theirs));
    expect(beginnings(ours)).toMatchObject({ version: formatVersion });
  });

  it('for any signs and letters', async () => {
    const piece = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...'党建联村组织，。“”+·%.<&"') },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '〇',
          '𠮷',
          '한',
          'ガ',
          'é',
          'É',
          'ß',
          'й',
          'ǀ',
          'ก',
          '\uf900',
          '😀',
          '2.8',
          '1,000',
          "don't",
          'B2B',
          '①',
        ),
      },
    );
    const row = fc.array(piece, { minLength: 1, maxLength: 30 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 60 }), async (rows) => {
        fc.pre(rows.some((each) => readUnits(each).length > 0));
        expect(unpacked(byUs(rows), '.pf_index')).toEqual(unpacked(await byPagefind(rows), '.pf_index'));
      }),
      { numRuns: 30 },
    );
  });
});
