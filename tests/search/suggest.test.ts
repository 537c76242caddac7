import { describe, expect, it } from 'vitest';
import { makeSuggestions } from '../../src/search/build/suggestions.ts';
import { readSuggestion, suggest } from '../../src/search/page/suggest.ts';
import { groups, makeCase, places, practices } from './small-library.ts';

const county = (code: string, name: string) => ({ code, name, level: 'county' as const, path: ['某省', '某市', name] });
const counties = [
  county('441422', '大埔县'),
  county('130225', '乐亭县'),
  county('371722', '单县'),
  county('130726', '蔚县'),
  county('141024', '洪洞县'),
  county('451228', '都安瑶族自治县'),
  county('510682', '什邡市'),
  county('222404', '珲春市'),
  county('310112', '闵行区'),
];
const suggestions = makeSuggestions({
  cases: [
    makeCase('a', '一', ['*联建'], {
      place: places.datian,
      methods: [{ id: 'si-lian', name: '“四联四促”跨村联建工作法', passages: ['p000001'] }],
    }),
    ...counties.map((place) => makeCase(`at-${place.code}`, '二', [], { place })),
  ],
  practices,
  groups,
  gazetteer: { byCode: () => undefined },
});
const read = suggestions.map(readSuggestion);
const names = (typed: string) => suggest(typed, read).map(({ name, alias }) => (alias ? `${name}（${alias}）` : name));

describe('suggestions', () => {
  it.each([
    ['跨村联建', ['跨村联建', '“四联四促”跨村联建工作法']],
    ['四联', ['“四联四促”跨村联建工作法']],
    ['kuacun', ['跨村联建', '“四联四促”跨村联建工作法']],
    ['kclj', ['跨村联建', '“四联四促”跨村联建工作法']],
    ['kuaclianj', ['跨村联建', '“四联四促”跨村联建工作法']],
    ['联村', ['跨村联建（联村党建）']],
    ['lcdj', ['跨村联建（联村党建）']],
    ['大田', ['大田县']],
    ['dabu', ['大埔县']],
    ['laoting', ['乐亭县']],
    ['shanxian', ['单县']],
    ['yuxian', ['蔚县']],
    ['hongtong', ['洪洞县']],
    ['duan', ['都安瑶族自治县']],
    ['dayz', ['都安瑶族自治县']],
    ['shifang', ['什邡市']],
    ['hunchun', ['珲春市']],
    ['minhang', ['闵行区']],
    ['zzzz', []],
    ['', []],
  ])('%s', (typed, expected) => {
    expect(names(typed)).toEqual(expected);
  });
});

it('of thousands of methods those of most cases are suggested, and all practices and places', () => {
  const method = (i: number) => ({ id: `fa-${String(i).padStart(4, '0')}`, name: `“第${i}号”工作法`, passages: ['p000001'] });
  const once = Array.from({ length: 1200 }, (_, i) => makeCase(`a${i}`, '一', ['*联建'], { methods: [method(i)], place: places.datian }));
  const again = makeCase('b', '二', ['联建'], { methods: [method(1199)] });
  const made = makeSuggestions({ cases: [...once, again], practices, groups, gazetteer: { byCode: () => undefined } });
  const methods = made.filter(({ kind }) => kind === 'method').map(({ id }) => id);
  expect(methods).toHaveLength(1000);
  expect(methods).toEqual([...Array.from({ length: 999 }, (_, i) => method(i).id), method(1199).id]);
  expect(made.filter(({ kind }) => kind !== 'method').map(({ name, count }) => [name, count])).toEqual([
    ['跨村联建', 1200],
    ['跨村联建', 1200],
    ['人才回引', 0],
    ['福建省', 1200],
    ['三明市', 1200],
    ['大田县', 1200],
  ]);
});
