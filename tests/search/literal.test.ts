import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { Case } from '../../src/article/schema.ts';
import { emptyRequest } from '../../src/search/page/request.ts';
import { makeCase, makeEngines, seedCases } from './small-library.ts';

/** A plain substring search, written without the tokens: ids of the cases with a text that holds the query and cuts no number or word. */
function plainSearch(cases: readonly Case[]): (query: string) => string[] {
  const stripped = cases.map(({ id, title, blocks }) => ({ id, texts: [title, ...blocks.map(({ text }) => text)].map(strip) }));
  return (query) => {
    const wanted = strip(query).text;
    const holds = ({ text, inner }: ReturnType<typeof strip>) => {
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
        if (!inner[at] && !inner[at + wanted.length]) return true;
      return false;
    };
    return stripped.filter(({ texts }) => texts.some(holds)).map(({ id }) => id);
  };
}

/** Letters and digits only; `inner[i]`: a number or a word goes on before i. */
function strip(printed: string): { text: string; inner: boolean[] } {
  const folded = printed.normalize('NFKC').toLowerCase();
  const inner: boolean[] = [];
  let text = '';
  for (let i = 0; i < folded.length; i += 1) {
    if (!/[\p{L}\p{N}]/u.test(folded.charAt(i))) continue;
    const before = /[.,]/.test(folded.charAt(i - 1)) && /\d/.test(folded.charAt(i)) ? folded.charAt(i - 2) : folded.charAt(i - 1);
    inner.push(/[a-z\d]/.test(folded.charAt(i)) && (/[.,]/.test(folded.charAt(i - 1)) ? /\d/.test(before) : /[a-z\d]/.test(before)));
    text += folded.charAt(i);
  }
  return { text, inner };
}

/** Numbers from 0 to 1 that are the same in every run. */
function steady(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

describe('the cases found are those that hold the query', async () => {
  const cases = seedCases();
  const expectedFor = plainSearch(cases);
  const { byIndex, byReading, outDir } = await makeEngines(cases);
  afterAll(() => rmSync(outDir, { recursive: true }));

  it('for pieces of one to thirty characters of the articles', async () => {
    const random = steady(7);
    const texts = cases.flatMap(({ blocks }) => blocks.map(({ text }) => text));
    for (let i = 0; i < 600; i += 1) {
      const text = texts[Math.floor(random() * texts.length)] ?? '';
      const length = 1 + Math.floor(random() * (i % 2 === 0 ? 6 : 30));
      const start = Math.floor(random() * Math.max(1, text.length - length));
      const q = text.slice(start, start + length).replace(/\s/gu, '');
      if (!/[\p{L}\p{N}]/u.test(q)) continue;
      const expected = expectedFor(q);
      for (const engine of [byIndex, byReading]) {
        const { hits, total } = await engine.search({ ...emptyRequest, q, all: true });
        expect({ q, found: hits.map(({ id }) => id).sort(), total }).toEqual({ q, found: expected, total: expected.length });
      }
    }
  });

  it('and a fragment of a sentence brings its article to the top three', async () => {
    const random = steady(11);
    let asked = 0;
    let onTop = 0;
    while (asked < 200) {
      const article = cases[Math.floor(random() * cases.length)];
      const text = article?.blocks[Math.floor(random() * article.blocks.length)]?.text ?? '';
      const length = 6 + Math.floor(random() * 5);
      const start = Math.floor(random() * Math.max(1, text.length - length));
      const q = text.slice(start, start + length);
      if (!/^\p{Script=Han}{6,}$/u.test(q)) continue;
      asked += 1;
      const { hits } = await byIndex.search({ ...emptyRequest, q });
      if (hits.slice(0, 3).some(({ id }) => id === article?.id)) onTop += 1;
    }
    expect(onTop).toBeGreaterThanOrEqual(198);
  });

  it('for phrases that stand nowhere', async () => {
    for (const q of ['跨村连建', '党建建党建', '甲乙', '42个联社', '1000000年']) {
      expect((await byIndex.search({ ...emptyRequest, q })).total).toBe(expectedFor(q).length);
    }
  });
});

describe('a query is found', async () => {
  const cases = [
    makeCase('lines', '抓党建', ['#促振兴', '组建42个联村', '党组织，覆盖108个村']),
    makeCase('numbers', '数字', ['共有142个，投入2.8亿元', '实行“1+5”模式，三会一课']),
  ];
  const { byIndex, byReading, outDir } = await makeEngines(cases);
  afterAll(() => rmSync(outDir, { recursive: true }));
  it.each([
    ['never across two passages', '联村党组织', []],
    ['nor from the title into the text', '党建促', []],
    ['in the title', '抓党建', ['lines']],
    ['in a heading', '促振兴', ['lines']],
    ['as one character', '建', ['lines']],
    ['as one character at the end of a passage', '课', ['numbers']],
    ['as a whole number', '42个', ['lines']],
    ['as a number alone', '142', ['numbers']],
    ['with a decimal point', '２．８亿元', ['numbers']],
    ['with signs', '“1+5”模式', ['numbers']],
    ['with traditional characters', '黨組織', ['lines']],
    ['if every term is somewhere in the case', '42个 覆盖', ['lines']],
    ['not if one term is missing', '42个 三会一课', []],
    ['not if it is only signs', '……', []],
  ])('%s: %s', async (_, q, expected) => {
    for (const engine of [byIndex, byReading])
      expect((await engine.search({ ...emptyRequest, q })).hits.map(({ id }) => id)).toEqual(expected);
  });
});
