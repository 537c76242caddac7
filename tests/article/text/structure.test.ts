import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { outlineOf, readStructure, wantedOutline } from './outline.ts';

const folder = new URL('../../fixtures/articles/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.replace(/\.txt$/, ''))
  .sort();

describe('an article as it was copied from its page', () => {
  it.each(names)('%s', (name) => {
    const wanted = wantedOutline(new URL(`${name}.yaml`, folder));
    const structured = readStructure(readFileSync(new URL(`${name}.txt`, folder)));
    expect(outlineOf(structured, wanted)).toEqual(wanted);
  });

  it.each(names)('%s, with the line breaks of Windows', (name) => {
    const text = readFileSync(new URL(`${name}.txt`, folder), 'utf8');
    const plain = readStructure(Buffer.from(text));
    const windows = readStructure(Buffer.from(text.replaceAll('\n', '\r\n')));
    expect(windows.blocks.map(({ id }) => id)).toEqual(plain.blocks.map(({ id }) => id));
  });
});
