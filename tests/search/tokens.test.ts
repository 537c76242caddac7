import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTerm, queryBeginnings, readQuery, readRow, readUnits, type Term } from '../../src/search/tokens.ts';
import { indexWords } from './index-words.ts';

const keys = (text: string) => readUnits(text).map(({ key }) => key.replace('\u01C0', '.'));

/** What of the text is marked for a query of one term. */
const marked = (text: string, query: string) => {
  const [term] = readQuery(query);
  return term ? findTerm(term, readRow(text)).map(([start, end]) => text.slice(start, end)) : [];
};

describe('the units of a text', () => {
  it.each([
    ['全县共有联村党组织42个', ['全', '县', '共', '有', '联', '村', '党', '组', '织', '42', '个']],
    ['“支部+商会”模式', ['支', '部', '商', '会', '模', '式']],
    ['２．８亿元', ['2.8', '亿', '元']],
    ['累计5,400万元', ['累', '计', '5400', '万', '元']],
    ['于2020.07.27发布', ['于', '2020', '07', '27', '发', '布']],
    ['QQ群和5G网络', ['qq', '群', '和', '5g', '网', '络']],
    ['PM2.5降到6℃', ['pm2.5', '降', '到', '6', 'c']],
    ['党建ＡＰＰ', ['党', '建', 'app']],
    ['二〇二〇年', ['二', '〇', '二', '〇', '年']],
    ['𠮷林 café', ['𠮷', '林', 'café']],
    ['……　！', []],
  ])('%s', (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });
});

describe('a query is found where it stands', () => {
  it.each([
    // text, query, what is marked
    ['创新“四联四促”跨村联建工作法', '四联四促跨村联建', ['四联四促”跨村联建']],
    ['创新“四联四促”跨村联建工作法', '“四联四促”', ['四联四促']],
    ['强化政治建设　“铸魂”与“造形”', '建设铸魂', ['建设　“铸魂']],
    ['共有42个联村党组织', '42个', ['42个']],
    ['共有142个联村党组织', '42个', []],
    ['超过5400万元', '40', []],
    ['每户2—3个', '3个', ['3个']],
    ['签约2.8亿元', '2.8亿元', ['2.8亿元']],
    ['签约2.8亿元', '8亿元', []],
    ['签约2.8亿元', '28亿元', []],
    ['签约5,400万元', '5400万元', ['5,400万元']],
    ['“1+5”模式', '1+5', ['1+5']],
    ['共15个', '1+5', []],
    ['“三会一课”制度', '三会一课', ['三会一课']],
    ['2020.07.27 07:27', '2020.07', ['2020.07']],
    ['党建APP上线', 'ａｐｐ', ['APP']],
    ['联建联建联建', '联建联', ['联建联建联']],
    ['党建，党建', '党建', ['党建', '党建']],
  ])('%s / %s', (text, query, expected) => {
    expect(marked(text, query)).toEqual(expected);
  });
});

describe('a query', () => {
  it('has a term for every word between blanks, each once', () => {
    expect(readQuery(' 三会一课　主题党日 三会一课 …… ').map(({ text }) => text)).toEqual(['三会一课', '主题党日']);
  });
});

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'党建联村组织个亿元大田县〇𠮷한の') },
  { weight: 2, arbitrary: fc.constantFrom('，', '。', '“', '”', '+', '—', ' ', '　', '·', '%', '.', ',', '℃', '\n') },
  { weight: 2, arbitrary: fc.nat({ max: 12000 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('2.8', '1,000', '2020.07.27', '４２', 'APP', 'B2B', 'é', '①', 'ﬁ') },
);
const texts = fc.array(piece, { minLength: 1, maxLength: 40 }).map((pieces) => pieces.join(''));
/** A text and two of its units, the second not before the first. */
const cut = texts
  .map((text) => ({ text, units: readUnits(text) }))
  .filter(({ units }) => units.length > 0)
  .chain(({ text, units }) =>
    fc.tuple(fc.nat({ max: units.length - 1 }), fc.nat({ max: units.length - 1 })).map(([a, b]) => {
      const [first, last] = [units[Math.min(a, b)], units[Math.max(a, b)]];
      return { text, query: text.slice(first?.start, last?.end) };
    }),
  );
const asTerm = (query: string): Term => ({ text: query, ways: readQuery(query.replace(/\s/gu, ''))[0]?.ways ?? [] });

describe('for every text', () => {
  it('every piece that cuts no number and no word is found in it', () => {
    fc.assert(
      fc.property(cut, ({ text, query }) => {
        // Blanks part terms; without them words of letters would run together.
        fc.pre(!/[\p{Nd}\p{Script=Latin}.,][\s]+[\p{Nd}\p{Script=Latin}.,]/u.test(query.normalize('NFKC')));
        expect(findTerm(asTerm(query), readRow(text)).length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('what is found is the query, signs and blanks aside', () => {
    const plain = (text: string) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M}]/gu, '');
    fc.assert(
      fc.property(texts, texts, (text, query) => {
        for (const term of readQuery(query)) {
          for (const [start, end] of findTerm(term, readRow(text))) expect(plain(text.slice(start, end))).toContain(plain(term.text));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('what does not stand in it is not found', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'甲乙丙丁'), { maxLength: 30 }),
        fc.array(fc.constantFrom(...'甲乙丙丁'), { minLength: 1, maxLength: 6 }),
        (text, query) => {
          expect(marked(text.join('，'), query.join('')).length > 0).toBe(text.join('').includes(query.join('')));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('the index holds the beginnings of every query that stands in it, in step', () => {
    fc.assert(
      fc.property(texts, fc.nat(40), fc.nat(40), (text, from, length) => {
        const units = readUnits(text);
        const part = units.slice(from, from + length);
        fc.pre(part.length > 0);
        const words = indexWords(units);
        for (const { beginning, at } of queryBeginnings(part)) expect(words[from + at]?.startsWith(beginning)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('and of no other query', () => {
    fc.assert(
      fc.property(texts, texts, (text, query) => {
        const units = readUnits(text);
        const wanted = readUnits(query).slice(0, 2);
        fc.pre(wanted.length > 0);
        const [only] = queryBeginnings(wanted);
        const found = indexWords(units).flatMap((word, at) => (word.startsWith(only?.beginning ?? '') ? [at] : []));
        const standing = units.flatMap((_, at) => (wanted.every(({ key }, i) => units[at + i]?.key === key) ? [at] : []));
        expect(found).toEqual(standing);
      }),
      { numRuns: 1000 },
    );
  });

  it('no word of the index is the beginning of another', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const words = new Set([...indexWords(readUnits(one)), ...indexWords(readUnits(other))]);
        for (const word of words) expect([...words].filter((each) => each.startsWith(word))).toEqual([word]);
      }),
    );
  });
});
