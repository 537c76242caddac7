import type { Case, Figure } from '../article/schema.ts';
import { citation } from './citation.ts';
import { csv } from './csv.ts';
import { blocksOf } from './evidence.ts';
import { type Library, practiceName } from './library.ts';
import { casesInOrder } from './order.ts';
import { blockLabel, caseDateText, reviewText } from './words.ts';

type Column = [head: string, cell: (library: Library, entry: Case, figure: Figure) => string | number | undefined];

const bounds: Record<Figure['bound'], string> = {
  exact: '',
  about: '约数',
  over: '超过',
  under: '不足',
  atLeast: '不少于',
  atMost: '不超过',
};

const kinds: Record<Figure['kind'], string> = {
  count: '数量',
  amount: '金额与面积等',
  share: '占比',
  growth: '增长',
  change: '变化',
  rank: '名次',
};

const columns: Column[] = [
  ['编号', (_, entry, figure) => `${entry.id}#${figure.id}`],
  ['案例', (_, entry) => entry.title],
  ['案例地区', (_, entry) => entry.place?.path.join('')],
  ['时间', (_, entry) => caseDateText(entry)],
  ['段落', (_, entry, figure) => blockLabel(blocksOf(entry).get(figure.passage) ?? { kind: 'paragraph' })],
  ['所指', (_, __, figure) => figure.subject],
  ['数值', (_, __, figure) => figure.value],
  ['数值至', (_, __, figure) => figure.valueTo],
  ['单位', (_, __, figure) => figure.unit],
  ['每', (_, __, figure) => figure.per],
  ['界限', (_, __, figure) => bounds[figure.bound]],
  ['类别', (_, __, figure) => kinds[figure.kind]],
  ['时期', (_, __, figure) => figure.period],
  ['所属地区代码', (_, __, figure) => figure.place],
  ['所属地区', (library, __, figure) => (figure.place ? library.gazetteer.byCode(figure.place)?.name : undefined)],
  ['所属范围', (_, __, figure) => figure.scope],
  ['状态', (_, __, figure) => ({ done: '完成', planned: '计划', problem: '问题' })[figure.status]],
  ['做法', (library, __, figure) => figure.practices.map((id) => practiceName(library, id)).join('、')],
  ['原句', (_, __, figure) => figure.quote],
  ['核对', (_, entry) => reviewText(entry)],
  ['出处', (_, entry) => citation(entry)],
  ['网页', (_, entry, figure) => `${entry.url}#${figure.passage}`],
];

/** `data/figures.csv`: every figure of every case, cases in list order. Values are in base units. */
export function figuresTable(library: Library): string {
  const rows = casesInOrder(library).flatMap((entry) =>
    entry.figures.map((figure) => columns.map(([, cell]) => cell(library, entry, figure))),
  );
  return csv([columns.map(([head]) => head), ...rows]);
}
