import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import type { Knowledge } from '../../src/article/annotate.ts';
import type { Reading } from '../../src/article/read.ts';
import { expectNothingLostIn, readKnowledge } from './partition.ts';
import { type PageOutline, parseTaggedPage, plainWords } from './tagged-page.ts';

const folder = new URL('../fixtures/pages/', import.meta.url);
let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await readKnowledge();
});

it.each(readdirSync(folder).sort())('%s is read as a careful reader reads it', async (name) => {
  const file = name.replace(/\.page$/, '');
  const { text, wanted } = parseTaggedPage(readFileSync(new URL(name, folder), 'utf8'), file.endsWith('.html'));
  expect(outlineOf(await expectNothingLostIn(`seeds/${file}`, Buffer.from(text), knowledge), wanted)).toEqual(wanted);
});

const tags = { paragraph: 'P', heading: 'H', caption: 'C', list: 'L', table: 'W', image: 'I' };

function outlineOf(reading: Reading, wanted: PageOutline): PageOutline {
  const { title = '', place, date, source, blocks = [] } = reading.case ?? {};
  return {
    title: wanted.title === '' ? '' : plainWords(title),
    place: place?.name ?? '',
    date: date?.value ?? '',
    name: source?.name ?? '',
    blocks: blocks.map(({ kind, level, text }) => `${level === 3 ? 'H3' : tags[kind]} ${plainWords(text)}`),
    flags: [...new Set(reading.flags.map(({ id }) => id.replace(/:.*$/, '')))].sort(),
  };
}
