import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { outlineOf, readStructure, wantedOutline } from './outline.ts';

const seeds = new URL('../../../seeds/', import.meta.url);
const outlines = new URL('../../fixtures/outlines/', import.meta.url);
const names = readdirSync(outlines).map((name) => name.replace(/\.yaml$/, ''));

describe('the five articles of the repository', () => {
  it.each(names)('%s', (name) => {
    const wanted = wantedOutline(new URL(`${name}.yaml`, outlines));
    expect(outlineOf(readStructure(readFileSync(new URL(`${name}.txt`, seeds))), wanted)).toEqual(wanted);
  });

  it('knows all five', () => expect(names).toHaveLength(5));
});
