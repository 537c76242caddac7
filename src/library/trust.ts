import type { Case, Figure } from '../article/schema.ts';
import { otherValues, otherValueText } from './contradictions.ts';
import { periodWords, statuses } from './figure-words.ts';
import type { Library } from './library.ts';
import { caseDateText } from './words.ts';

const bounds: Record<Figure['bound'], string> = {
  exact: '确数',
  about: '约数',
  over: '超过此数',
  under: '不足此数',
  atLeast: '不少于此数',
  atMost: '不超过此数',
};

/** What a reader asks of a figure, each answer in a few words: its bound, whose, when, done or planned, per what, what stands against it. */
export function figureFacts(library: Library, entry: Case, figure: Figure): string[] {
  const place = figure.place ? (library.gazetteer.byCode(figure.place)?.name ?? '') : '';
  const whose = `${place}${figure.scope ?? ''}`;
  return [
    bounds[figure.bound],
    whose ? `${whose}的` : '没有写明是谁的',
    figure.period ? periodWords(figure.period) : '没有写明时间',
    statuses[figure.status],
    ...(figure.per ? [`每${figure.per}`] : []),
    ...otherValues(library, entry, figure).map((other) => otherValueText(other, entry)),
  ];
}

/** The age of the article, which every claim from it shares. */
export function ageFact(entry: Case): string {
  return entry.date || entry.notBefore ? `文章${caseDateText(entry)}` : '文章日期未注明';
}

/** What names a passage, or a case, and the version of its source that was read: `case-id#p1a2b3c@2c8c6002`. */
export function faultReference(entry: Pick<Case, 'id' | 'sha256'>, block?: string): string {
  return `${entry.id}${block ? `#${block}` : ''}@${entry.sha256.slice(0, 8)}`;
}
