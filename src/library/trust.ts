import type { Case, Figure } from '../article/schema.ts';
import { blocksOf } from './evidence.ts';
import { periodWords, statuses } from './figure-words.ts';
import type { Library } from './library.ts';
import { measureKey } from './measures.ts';
import { blockLabel, caseDateText } from './words.ts';

const bounds: Record<Figure['bound'], string> = {
  exact: '确数',
  about: '约数',
  over: '超过此数',
  under: '不足此数',
  atLeast: '不少于此数',
  atMost: '不超过此数',
};

/** What a reader asks of a figure, each answer in a few words: its bound, whose, when, done or planned, per what. */
export function figureFacts(library: Library, entry: Case, figure: Figure): string[] {
  const place = figure.place ? (library.gazetteer.byCode(figure.place)?.name ?? '') : '';
  const whose = `${place}${figure.scope ?? ''}`;
  return [
    bounds[figure.bound],
    whose ? `${whose}的` : '没有写明是谁的',
    figure.period ? periodWords(figure.period) : '没有写明时间',
    statuses[figure.status],
    ...(figure.per ? [`每${figure.per}`] : []),
    ...otherValues(entry, figure),
  ];
}

/** The age of the article, which every claim from it shares. */
export function ageFact(entry: Case): string {
  return entry.date || entry.notBefore ? `文章${caseDateText(entry)}` : '文章日期未注明';
}

/** Other values that the same article gives for the same measure of the same owner and time: one of them may be wrong. */
function otherValues(entry: Case, figure: Figure): string[] {
  const same = entry.figures.filter(
    (other) =>
      other.id !== figure.id &&
      measureKey(other) === measureKey(figure) &&
      other.place === figure.place &&
      other.scope === figure.scope &&
      other.status === figure.status &&
      other.period !== undefined &&
      other.period === figure.period &&
      (other.value !== figure.value || other.valueTo !== figure.valueTo),
  );
  return same.map((other) => `本文另写“${other.quote}”（${blockLabel(blocksOf(entry).get(other.passage) ?? { kind: 'paragraph' })}）`);
}

/** What names a passage and the version of its source that was read: `case-id#p1a2b3c@2c8c6002`. */
export function faultReference(entry: Pick<Case, 'id' | 'sha256'>, block: string): string {
  return `${entry.id}#${block}@${entry.sha256.slice(0, 8)}`;
}
