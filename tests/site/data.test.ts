import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { caseSchema, summarySchema } from '../../src/article/schema.ts';
import { anchorsOf } from '../../src/site/finishing/check-links.ts';
import { attributesOf } from '../../src/site/finishing/html.ts';
import { casebook } from '../setup/command.ts';
import { publishedCases, readSiteFile, siteFiles } from './built-site.ts';

interface Report {
  files: { file: string; flags: { message: string }[]; removed: { text: string }[] }[];
}

const dataFiles = siteFiles.filter((file) => /^data\/.*\.json$/.test(file) && file !== 'data/schema.json');

/** Every value of a field with this name, at any depth. */
function valuesOf(name: string, value: unknown): unknown[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => [...(key === name ? [inner] : []), ...valuesOf(name, inner)]);
}

describe('data/', () => {
  it.each(dataFiles)('%s fits the published schema', (file) => {
    const { $defs } = JSON.parse(readSiteFile('data/schema.json')) as { $defs: Record<string, z.core.JSONSchema.JSONSchema> };
    const name = file.replace('data/', '').replace(/^cases\/.+$/, 'cases/<id>.json');
    const schema = $defs[name];
    if (schema === undefined) throw new Error(`schema.json does not describe ${name}.`);
    expect(z.fromJSONSchema(schema).safeParse(JSON.parse(readSiteFile(file))).error).toBeUndefined();
  });

  it('lists each case once and holds each in full', () => {
    const { cases } = z.strictObject({ cases: z.array(summarySchema) }).parse(JSON.parse(readSiteFile('data/cases.json')));
    const full = publishedCases().map((each) => caseSchema.parse(each));
    const sizes = (entries: { id: string; blocks: number }[]) => entries.sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(sizes(cases.map(({ id, blocks }) => ({ id, blocks })))).toEqual(
      sizes(full.map(({ id, blocks }) => ({ id, blocks: blocks.length }))),
    );
  });

  it.each(dataFiles)('%s names pages that are there', (file) => {
    const urls = valuesOf('url', JSON.parse(readSiteFile(file))).filter((url) => !/^https?:/.test(String(url)));
    const missing = urls.filter((url) => !siteFiles.includes(String(url)));
    expect(missing).toEqual([]);
  });

  it('names passages that stand on their pages', () => {
    for (const { url, blocks, figures, methods, problems, practices } of publishedCases()) {
      const ids = new Set(anchorsOf(attributesOf(readSiteFile(url))));
      const named = [
        ...blocks.map(({ id }) => id),
        ...figures.map(({ passage }) => passage),
        ...methods.flatMap(({ passages }) => passages),
        ...problems.map(({ passage }) => passage),
        ...practices.flatMap(({ passages }) => passages.map(({ block }) => block)),
      ];
      expect(named.filter((id) => !ids.has(id))).toEqual([]);
    }
  });

  it('begins figures.csv with a mark by which spreadsheets know UTF-8, and ends its lines for them', () => {
    const csv = readSiteFile('data/figures.csv');
    expect(csv.startsWith('\ufeff')).toBe(true);
    const lines = csv.split('\r\n');
    expect(lines.length).toBe(publishedCases().flatMap(({ figures }) => figures).length + 2);
    expect(lines.at(-1)).toBe('');
  });
});

describe('what is for editors alone', () => {
  it('is in no file of the site', async () => {
    const { stdout } = await casebook(['check', '--json']);
    const { files } = JSON.parse(stdout) as Report;
    const published = publishedCases().flatMap(({ title, source, blocks }) => [
      title,
      source.byline ?? '',
      ...blocks.map(({ text }) => text),
    ]);
    const secrets = files
      .flatMap(({ flags, removed }) => [...flags.map(({ message }) => message), ...removed.map(({ text }) => text)])
      .filter((text) => text.length > 5 && !published.some((words) => words.includes(text)));
    expect(secrets.length).toBeGreaterThan(0);
    const readable = siteFiles.filter((file) => /\.(html|json|csv|js|xml|txt)$/.test(file));
    const leaks = readable.flatMap((file) => {
      const content = readSiteFile(file);
      return secrets.filter((text) => content.includes(text)).map((text) => `${file}: ${text}`);
    });
    expect(leaks).toEqual([]);
  });

  it.each(dataFiles)('has no field in %s', (file) => {
    const data: unknown = JSON.parse(readSiteFile(file));
    for (const name of ['flags', 'removed', 'accepted', 'errors', 'spans', 'score', 'held']) expect(valuesOf(name, data)).toEqual([]);
  });
});
