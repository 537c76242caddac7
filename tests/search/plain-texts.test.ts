import { expect, it } from 'vitest';
import type { Case } from '../../src/article/schema.ts';
import { makePlainTexts } from '../../src/search/build/plain-texts.ts';
import { makeCase, places, practices } from './small-library.ts';

const asPrinted = (entry: Case) => ({ entry });
const method = { id: 'si-lian', name: '“四联四促”工作法', passages: ['p000002'] };
const one = (i: number) =>
  makeCase(`case-${i}`, '标题', ['#小标题', '*推行“四联四促”工作法，覆盖108个村'], { methods: [method], place: places.datian });

it('up to 300 cases the whole text can be read without an index', () => {
  const { kind, parts } = makePlainTexts(
    Array.from({ length: 300 }, (_, i) => asPrinted(one(i))),
    practices,
  );
  expect(kind).toBe('full');
  expect(parts.flat()).toHaveLength(300);
  expect(parts.flat()[0]?.names).toBeUndefined();
  expect(parts.flat()[0]?.passages.map(([, , , text]) => text)).toEqual(['小标题', '推行“四联四促”工作法，覆盖108个村']);
});

it('above that headings, methods, figures, and the names of practices and places', () => {
  const { kind, parts } = makePlainTexts(
    Array.from({ length: 301 }, (_, i) => asPrinted(one(i))),
    practices,
  );
  expect(kind).toBe('outline');
  expect(parts.flat()[300]?.passages).toEqual([
    ['h000001', 0, '', '小标题'],
    ['p000002', 2, '小标题', '“四联四促”工作法'],
  ]);
  expect(parts.flat()[300]?.names).toEqual(['跨村联建', '福建省', '三明市', '大田县']);
});

it('texts of many articles are cut into files', () => {
  const long = (i: number) => asPrinted(makeCase(`case-${i}`, '标题', ['党建'.repeat(10_000)]));
  expect(makePlainTexts([1, 2, 3, 4, 5].map(long), practices).parts.map((part) => part.length)).toEqual([3, 2]);
});
