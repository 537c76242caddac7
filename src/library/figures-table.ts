import type { Case, Figure } from '../article/schema.ts';
import { citation } from './citation.ts';
import { csvCell, csvMark, csvRow } from './csv.ts';
import { blocksOf } from './evidence.ts';
import { statuses } from './figure-words.ts';
import { type Library, practiceName } from './library.ts';
import { casesInOrder } from './order.ts';
import { blockLabel, caseDateText, reviewText } from './words.ts';

type Cell = string | number | undefined;

/** What a column says of a figure; some say the same of all figures of a case. */
type Column = { head: string } & (
  | { ofCase: (entry: Case) => Cell }
  | { ofFigure: (figure: Figure, entry: Case, library: Library) => Cell }
);

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
  { head: '编号', ofFigure: (figure, entry) => `${entry.id}#${figure.id}` },
  { head: '案例', ofCase: (entry) => entry.title },
  { head: '案例地区', ofCase: (entry) => entry.place?.path.join('') },
  { head: '时间', ofCase: (entry) => caseDateText(entry) },
  { head: '段落', ofFigure: (figure, entry) => blockLabel(blocksOf(entry).get(figure.passage) ?? { kind: 'paragraph' }) },
  { head: '所指', ofFigure: (figure) => figure.subject },
  { head: '数值', ofFigure: (figure) => figure.value },
  { head: '数值至', ofFigure: (figure) => figure.valueTo },
  { head: '单位', ofFigure: (figure) => figure.unit },
  { head: '每', ofFigure: (figure) => figure.per },
  { head: '界限', ofFigure: (figure) => bounds[figure.bound] },
  { head: '类别', ofFigure: (figure) => kinds[figure.kind] },
  { head: '时期', ofFigure: (figure) => figure.period },
  { head: '所属地区代码', ofFigure: (figure) => figure.place },
  { head: '所属地区', ofFigure: (figure, _, library) => (figure.place ? library.gazetteer.byCode(figure.place)?.name : undefined) },
  { head: '所属范围', ofFigure: (figure) => figure.scope },
  { head: '状态', ofFigure: (figure) => statuses[figure.status] },
  { head: '做法', ofFigure: (figure, _, library) => figure.practices.map((id) => practiceName(library, id)).join('、') },
  { head: '原句', ofFigure: (figure) => figure.quote },
  { head: '核对', ofCase: (entry) => reviewText(entry) },
  { head: '出处', ofCase: (entry) => citation(entry) },
  { head: '网页', ofFigure: (figure, entry) => `${entry.url}#${figure.passage}` },
];

/**
 * `data/figures.csv`: every figure of every case, cases in list order. Values are in base units. The head and each case by itself: ten
 * thousand cases are too much for one text.
 */
export function* figuresTable(library: Library): Generator<string> {
  yield `${csvMark}${csvRow(columns.map(({ head }) => csvCell(head)))}`;
  for (const entry of casesInOrder(library)) yield rowsOf(library, entry);
}

function rowsOf(library: Library, entry: Case): string {
  const same = columns.map((column) => ('ofCase' in column ? csvCell(column.ofCase(entry)) : ''));
  const cells = (figure: Figure) =>
    columns.map((column, at) => ('ofFigure' in column ? csvCell(column.ofFigure(figure, entry, library)) : (same[at] ?? '')));
  return entry.figures.map((figure) => csvRow(cells(figure))).join('');
}
