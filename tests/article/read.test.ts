import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/article/annotate.ts';
import { caseId, readCase } from '../../src/article/read.ts';
import { expectNothingLost, readKnowledge } from './partition.ts';
import { articles } from './text/articles.ts';
import { mutatedArticle, mutations } from './text/mutations.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await readKnowledge();
});

const read = (text: string) => readCase({ file: 'seeds/a.txt', bytes: Buffer.from(text) }, knowledge);

describe('nothing is lost', () => {
  it.each(articles)('of $name', ({ bytes }) => {
    expectNothingLost(bytes, knowledge);
  });

  it.each(mutations)('of an article $name', ({ apply }) => {
    const [first, second] = [articles[3]?.bytes ?? Buffer.of(), articles[9]?.bytes ?? Buffer.of()];
    for (const at of [0.31, 0.97]) expectNothingLost(apply(first, at, second), knowledge);
  });

  it('of articles changed at random', () => {
    fc.assert(
      fc.property(mutatedArticle(articles.map(({ bytes }) => bytes)), (bytes) => {
        expectNothingLost(bytes, knowledge);
      }),
      { numRuns: 120, seed: 20201101 },
    );
  });
});

describe('a source that gives no case', () => {
  it.each([
    { name: 'an empty file', bytes: Buffer.of(), error: 'emptyFile' },
    { name: 'a file of blanks', bytes: Buffer.from(' \n\u3000\r\n'), error: 'emptyFile' },
    { name: 'a binary file', bytes: Buffer.from(Array.from({ length: 400 }, (_, i) => i % 7)), error: 'binaryFile' },
    { name: 'a page with nothing but its furniture', bytes: Buffer.from('打印\n分享到：\n闽ICP备15000000号'), error: 'noText' },
  ])('$name', ({ bytes, error }) => {
    const reading = readCase({ file: 'seeds/a.txt', bytes }, knowledge);
    expect(reading.case).toBeUndefined();
    expect(reading.errors.map(({ id }) => id)).toEqual([error]);
  });
});

describe('the case', () => {
  const body = '福建省三明市大田县各级党组织坚持党建引领乡村振兴。2021年，全县实现集体经济收入10万元以下村全部清零。';

  it('has the date that the source states, and no year besides', () => {
    const entry = read(`大田县：党建引领促振兴\n2022-05-03 08:30 来源：三明日报\n${body}`).case;
    expect(entry?.date).toEqual({ value: '2022-05-03', time: '08:30', precision: 'day', basis: 'stated' });
    expect(entry?.notBefore).toBeUndefined();
    expect(entry?.source).toEqual({ byline: '2022-05-03 08:30 来源：三明日报', name: '三明日报', photographers: [] });
  });

  it('has the latest past year where no date is stated', () => {
    const entry = read(`大田县：党建引领促振兴\n\n${body}`).case;
    expect(entry?.date).toBeUndefined();
    expect(entry?.notBefore).toBe('2021');
  });

  it('takes the first clause for a title that is not there', () => {
    const reading = read(body);
    expect(reading.case?.title).toBe('福建省三明市大田县各级党组织坚持党建引领乡村振兴');
    expect(reading.flags.map(({ id }) => id.split(':')[0])).toContain('noTitle');
  });

  it.each([
    ['seeds/000_2c8c.txt', '000-2c8c'],
    ['seeds/大田县.txt', 'da-tian-xian'],
    ['seeds/Datian 2022.txt', 'datian-2022'],
  ])('%s has the id %s', (file, id) => expect(caseId(file)).toBe(id));
});
