import { describe, expect, it } from 'vitest';
import { practiceSchema } from '../../../src/article/knowledge.ts';
import { foldText } from '../../../src/article/practices/fold.ts';
import { compilePractices, findFirings, signalProblems } from '../../../src/article/practices/signals.ts';
import { practices, readArticles, seedBlocks } from './taxonomy-files.ts';

const withSignals = (...signals: unknown[]) => practiceSchema.parse({ name: '网格', english: 'grid', group: 'governance', signals });

describe('signalProblems', () => {
  it.each<[name: string, signal: unknown, field: string, message: string]>([
    [
      'broken pattern',
      { pattern: '网格(员' },
      'signals[0].pattern',
      '正则表达式写错了（Invalid regular expression: /网格(员/u: Unterminated group），请检查括号是否成对，或改用 phrase',
    ],
    [
      'quotation marks',
      { pattern: '“网格”' },
      'signals[0].pattern',
      '比对之前正文的引号都已去掉，带引号的正则表达式永远不会命中，请删去引号',
    ],
    [
      'neither',
      { weight: 1 },
      'signals[0]',
      '一条线索应当写且只写 phrase（原文字句）、pattern（正则表达式）、together（两组词语）之一，请留下其中一项',
    ],
    ['too short', '“网', 'signals[0]', '““网”去掉引号和空格后不足两个字，请写长一些'],
    ['empty word', { together: [['网格'], ['巡查', '“”']] }, 'signals[0].together[1][1]', '这一项是空的，请删去'],
    ['empty exception', { phrase: '网格', unless: [' '] }, 'signals[0].unless[0]', '这一项是空的，请删去'],
  ])('%s', (_, signal, field, message) => {
    expect(signalProblems(withSignals(signal))).toEqual([{ field, message }]);
  });

  it('finds nothing wrong with the published taxonomy', () => {
    expect(practices.flatMap((practice) => signalProblems(practice).map((problem) => `${practice.id} ${problem.field}`))).toEqual([]);
  });
});

it('passes over no signal that would fire', () => {
  const compiled = compilePractices(practices);
  compiled.patterns.begin();
  expect(compiled.patterns.worthTrying()).toEqual([]);
  for (const { file } of readArticles) {
    for (const { text } of seedBlocks(file.replace('seeds/', ''))) {
      const folded = foldText(text);
      const fired = new Set(findFirings(folded, compiled).map(({ signal }) => signal));
      const all = compiled.signals.filter(({ phrase, regex }) =>
        phrase ? folded.text.includes(phrase) : folded.text.search(regex ?? '') >= 0,
      );
      expect(fired).toEqual(new Set(all));
    }
  }
});
