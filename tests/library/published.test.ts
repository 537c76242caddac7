import { describe, expect, it } from 'vitest';
import { figuresTable } from '../../src/library/figures-table.ts';
import { measuresFile, measuresFileSchema } from '../../src/library/measures-file.ts';
import {
  casesFile,
  casesFileSchema,
  methodsFile,
  methodsFileSchema,
  placesFile,
  placesFileSchema,
  practicesFile,
  practicesFileSchema,
  schemaFile,
} from '../../src/library/published.ts';
import { block, entry, figure, library, place, practice } from './hand-made.ts';

const datian = entry(
  'datian',
  {
    place: place('350425'),
    blocks: [block('p000001', '跨村联建，累计争取各类资金超过5400万元。', { n: 11 })],
    methods: [{ id: 'si-lian', name: '四联四促', passages: ['p000001'] }],
    figures: [
      figure('p000001-1', {
        subject: '各类资金',
        quote: '累计争取各类资金超过5400万元',
        value: 54_000_000,
        unit: '元',
        bound: 'over',
        place: '350425',
      }),
    ],
  },
  { joint: { p000001: ['跨村联建'] } },
);
const some = library([datian], [practice('joint', { name: '跨村联建' })]);

describe('the files of data/', () => {
  it.each([
    ['cases.json', casesFileSchema, casesFile(some)],
    ['practices.json', practicesFileSchema, practicesFile(some)],
    ['places.json', placesFileSchema, placesFile(some)],
    ['methods.json', methodsFileSchema, methodsFile(some)],
    ['measures.json', measuresFileSchema, measuresFile(some)],
  ])('%s fits its schema', (_, schema, data) => {
    expect(schema.parse(data)).toEqual(data);
  });

  it('gives addresses relative to the site’s root', () => {
    const urls = [...practicesFile(some).practices, ...placesFile(some).places, ...methodsFile(some).methods].map(({ url }) => url);
    expect(urls).toEqual([
      'practices/joint.html',
      'places/350000.html',
      'places/350400.html',
      'places/350425.html',
      'methods/si-lian.html',
    ]);
  });

  it('describes each of them in schema.json', () => {
    expect(Object.keys((schemaFile() as { $defs: object }).$defs)).toEqual([
      'cases.json',
      'cases/<id>.json',
      'practices.json',
      'places.json',
      'methods.json',
      'measures.json',
    ]);
  });
});

it('figures.csv keeps the bound, the sentence and its passage', () => {
  const [head = '', row = ''] = [...figuresTable(some)].join('').slice(1).split('\r\n');
  const cells = Object.fromEntries(head.split(',').map((name, index) => [name.slice(1, -1), row.split(',')[index]?.slice(1, -1)]));
  expect(cells).toMatchObject({
    编号: 'datian#p000001-1',
    段落: '第11段',
    所指: '各类资金',
    数值: '54000000',
    单位: '元',
    界限: '超过',
    所属地区: '大田县',
    原句: '累计争取各类资金超过5400万元',
    核对: '机器提取',
    网页: 'cases/datian.html#p000001',
  });
});

it('measures.json holds what two places measure alike, each value with its words and passage', () => {
  const of = (id: string, code: string, value: number) =>
    entry(
      id,
      {
        place: place(code),
        blocks: [block('p000001', `跨村联建，联村党组织${value}个。`, { n: 3 })],
        figures: [
          figure('p000001-1', {
            subject: '联村党组织',
            quote: `联村党组织${value}个`,
            value,
            place: code,
            period: '2021',
            practices: ['joint'],
          }),
        ],
      },
      { joint: { p000001: ['跨村联建'] } },
    );
  const { measures } = measuresFile(library([of('a', '350425', 42), of('b', '350481', 21)], [practice('joint')]));
  expect(measures.map(({ subject, unit, values }) => [subject, unit, values.map(({ place: code, text }) => [code, text])])).toEqual([
    [
      '联村党组织',
      '个',
      [
        ['350425', '42个'],
        ['350481', '21个'],
      ],
    ],
  ]);
  expect(measures[0]?.values[0]).toMatchObject({
    period: '2021年',
    quote: '联村党组织42个',
    url: 'cases/a.html',
    block: 'p000001',
    passage: '第3段',
    review: 'machine',
  });
});
