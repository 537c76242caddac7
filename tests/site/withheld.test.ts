import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync, inflateRawSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blockId } from '../../src/article/block-ids.ts';
import type { Case } from '../../src/article/schema.ts';
import { readUnits } from '../../src/search/tokens.ts';
import { filesOf } from '../../src/site/output/files-of.ts';
import { serve } from '../../src/site/serve.ts';
import { indexWords } from '../search/index-words.ts';
import { casebook } from '../setup/command.ts';
import { fixtureSite, practice } from '../setup/fixture-site.ts';
import { collectFaults, openBrowser } from './browser.ts';

const grant = '尤溪县为王小明工作室补助45万元，用来添置桌椅。';

const redacted = `王小明：桃花坞的领路人
2023-05-06 08:00 来源：三明日报 记者 欧阳倩倩
尤溪县的网格员王小明创办“王小明工作室”，化解纠纷120起。针对邻里失和的问题，王　小明探索“王小明四步工作法”，走村入户。
王小明的电话是13800138000，家中收入由7777元增加到13.6万元。
${grant}
`;

const held = `清流县：云岭坪村的跨村联建
2023-06-07 来源：三明日报
清流县云岭坪村推行跨村联建，创立“云岭七色帆”工作法，收入增加88.8万元。
`;

const withdrawn = `宁化县：石壁垒里的网格
2023-07-08 来源：三明日报
宁化县推行网格管理，石壁垒的网格员办结诉求4567件。
`;

const broken = `沙县区：小吃铺上的跨村联建
2023-07-09 来源：三明日报
沙县区的拌面坊推行跨村联建，带动就业6543人。
`;

const excerpted = `明溪县：侨乡联建谋共富
2023-08-09 来源：三明日报
明溪县推行跨村联建，组建联村党委9个。翠竹岩的老支书林阿水讲起当年的艰难。
一、侨胞归来话桑麻
针对侨乡空心化的问题，大家坐在榕树下拉家常，谈了三天三夜。将乐县玉华镇也派人来学习鹅卵石铺路法。
实行网格管理以后，红纸黑字贴上墙。
`;

const linked = `泰宁县：丹霞山下的网格
2023-09-10 来源：三明日报
泰宁县推行网格管理，把梅林戏台变成议事厅，办结诉求3210件。
`;

const changes = {
  'content/site.yaml': 'name: 测试案例库\naddress: https://dj.example.gov.cn/anli/\n',
  'seeds/王小明故事.txt': redacted,
  'content/cases/王小明故事.yaml': [
    'redact: [王小明, 欧阳倩倩, "13800138000", 13.6万元, 桃花坞]',
    'source: { url: "https://example.cn/wangxiaoming.html", author: 王小明 }',
    'text: [{ find: 走村入户, replace: 走村串户, reason: 王小明本人更正 }]',
    `figures: { add: [{ passage: ${blockId('paragraph', grant)}, quote: 补助45万元, subject: 王小明工作室补助, value: 450000, unit: 元, bound: exact, kind: amount, status: done }] }`,
  ].join('\n'),
  'seeds/held-article.txt': held,
  'content/cases/held-article.yaml': 'hold: 等待授权\n',
  'seeds/withdrawn-article.txt': withdrawn,
  'content/takedown.yaml': '- { source: withdrawn-article, reason: 应来源单位要求, date: "2026-11-22" }\n',
  'seeds/broken-article.txt': broken,
  'content/cases/broken-article.yaml': 'text: [{ find: 并无此语可寻, replace: 有, reason: 测试 }]\n',
  'seeds/excerpted.txt': excerpted,
  'content/cases/excerpted.yaml': 'rights: { publish: excerpt }\n',
  'seeds/linked.txt': linked,
  'content/cases/linked.yaml': 'rights: { publish: link }\nsource: { url: "https://example.cn/taining.html" }\n',
  'content/practices/broken-guide.mdx': practice('坏导读', 'broken guide', 'governance', '断桥残雪的收入\n<10万元。'),
};

/** What must not be anywhere: words of texts, and what ids or files would make of them. */
const forbidden: [name: string, words: string[]][] = [
  ['a redacted name', ['王小明', '王　小明', '小明', '欧阳倩倩', '倩倩', '桃花坞']],
  ['a redacted name in pinyin', ['wang-xiao-ming', 'wangxiaoming', 'wang xiao ming', 'xiao-ming', 'xiao ming', 'ouyang', 'tao-hua-wu']],
  ['a redacted number', ['13800138000', '1380013', '13.6', '136000']],
  ['a held article', ['云岭坪', '云岭七色帆', '清流县', '350423', 'yun-ling', '88.8', '888000', 'held-article', 'qing liu']],
  ['a withdrawn article', ['石壁垒', '宁化县', '350424', '4567', 'withdrawn-article', 'ning hua', '应来源单位要求', '2026-11-22']],
  ['an article held for an error', ['拌面坊', '6543', 'broken-article', '并无此语可寻']],
  ['a guide held for an error', ['坏导读', '断桥残雪', 'huai dao du']],
  ['the rest of an excerpted article', ['翠竹岩', '林阿水', '侨胞归来', '空心化', '榕树', '玉华镇', '鹅卵石', '将乐县', '350428']],
  ['the rest of an article that is only linked', ['梅林戏台', '议事厅', '3210']],
  ['what is for editors alone', ['等待授权', 'noDate', '待核']],
];

/** What must be there, and where. */
const expected: [file: string, words: string[]][] = [
  ['cases/mou-gu-shi.html', ['某：某的领路人', '某工作室', '某四步工作法', '化解纠纷120起', '走村串户', '记者 某', 'seeds/某故事.txt']],
  ['data/cases/mou-gu-shi.json', ['某本人更正', '补助45万元', '邻里失和']],
  ['cases/excerpted.html', ['明溪县推行跨村联建，组建联村党委9个。……', '实行网格管理以后，红纸黑字贴上墙。', '只刊摘录']],
  ['cases/linked.html', ['泰宁县：丹霞山下的网格', 'https://example.cn/taining.html', '只刊题名和出处']],
  ['cases/lianjian.html', ['抱团发展']],
];

let output = '';
let files: string[] = [];

beforeAll(async () => {
  const site = fixtureSite(changes);
  output = join(site, 'dist');
  const { status, stdout, stderr } = await casebook(['build', '--hold-bad'], { CASEBOOK_SITE: site });
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  files = filesOf(output);
}, 300_000);

/** A file's content in every form in which words may stand in it: as it is, unpacked, with references and escapes resolved. */
function readings(bytes: Buffer): string[] {
  const texts = [bytes, ...unpacked(bytes)].flatMap((each) => [each.toString('utf8'), each.toString('utf16le'), each.toString('latin1')]);
  return texts.flatMap((text) => [text, withoutEscapes(text)]);
}

function unpacked(bytes: Buffer): Buffer[] {
  return [gunzipSync, inflateRawSync, brotliDecompressSync].flatMap((unpack) => {
    try {
      return [unpack(bytes)];
    } catch (error) {
      if (error instanceof Error) return [];
      throw error;
    }
  });
}

function withoutEscapes(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#x([0-9a-f]{2,6});/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d{2,7});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'));
}

/** Digits stand for themselves only where no digits or letters of a hash are around them. */
function pattern(words: string): RegExp {
  const literal = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /^[\d.]+$/.test(words) ? new RegExp(`(?<![\\w.])${literal}(?!\\w)`) : new RegExp(literal);
}

describe('nothing that is not published is in any file:', () => {
  it.each(forbidden)('%s', (_, words) => {
    const patterns = words.map((each) => [each, pattern(each)] as const);
    const found = files.flatMap((file) => {
      const texts = [file, ...readings(readFileSync(join(output, file)))];
      return patterns.filter(([, search]) => texts.some((text) => search.test(text))).map(([each]) => `${file}: ${each}`);
    });
    expect(found).toEqual([]);
  });

  it('the words of the search index', () => {
    const index = files.filter((file) => file.endsWith('.pf_index')).map((file) => gunzipSync(readFileSync(join(output, file))));
    const holds = (pair: string) => index.some((part) => part.includes(pair));
    expect(holds('联建')).toBe(true);
    const words = forbidden.flatMap(([, each]) => each).filter((each) => /^\p{Script=Han}{2,}$/u.test(each));
    const pairs = new Set(words.flatMap((each) => indexWords(readUnits(each)).slice(0, -1)));
    const published = indexWords(readUnits(publishedText()));
    expect([...pairs].filter((pair) => holds(pair) && !published.includes(pair))).toEqual([]);
  });

  it('would be found packed or escaped', () => {
    const hidden = [
      gzipSync('王小明'),
      Buffer.from('\\u738b\\u5c0f\\u660e'),
      Buffer.from('&#x738b;&#23567;&#x660E;'),
      Buffer.from(encodeURIComponent('王小明')),
    ];
    for (const bytes of hidden) expect(readings(bytes)).toContain('王小明');
  });
});

describe('what is published is there:', () => {
  it.each(expected)('in %s', (file, words) => {
    const text = readFileSync(join(output, file), 'utf8').replace(/<\/?(?:mark|span|b)\b[^>]*>/g, '');
    for (const each of words) expect(text).toContain(each);
  });

  it('the published cases and no other', () => {
    expect(files.filter((file) => /^(?:cases|data\/cases)\//.test(file))).toEqual(
      ['excerpted', 'lianjian', 'linked', 'mou-gu-shi', 'wangge']
        .flatMap((id) => [`cases/${id}.html`, `data/cases/${id}.json`])
        .concat('cases/index.html')
        .sort(),
    );
  });

  it('a linked case has nothing but its entry', () => {
    expect(caseOf('linked')).toMatchObject({
      practices: [],
      methods: [],
      problems: [],
      figures: [],
      blocks: [],
      place: { name: '泰宁县' },
    });
  });

  it('no figure whose number is redacted', () => {
    expect(new Set(caseOf('mou-gu-shi').figures.map(({ value }) => value))).toEqual(new Set([120, 450_000]));
  });

  it('figures of an excerpt and of a redacted case keep their sentences', () => {
    for (const { figures, blocks } of [caseOf('excerpted'), caseOf('mou-gu-shi')]) {
      expect(figures.length).toBeGreaterThan(0);
      for (const { passage, quote } of figures) expect(blocks.find(({ id }) => id === passage)?.text).toContain(quote);
    }
  });
});

describe('a reader', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('does not find by searching what is not published, and finds what is', async () => {
    const { url, close } = await serve(output, { port: 0 });
    const page = await browser.newPage();
    const faults = collectFaults(page, url);
    for (const [words, count] of [
      ['王小明', 0],
      ['wangxiaoming', 0],
      ['云岭坪', 0],
      ['林阿水', 0],
      ['议事厅', 0],
      ['13800138000', 0],
      ['某四步工作法', 1],
      ['组建联村党委', 2],
      ['丹霞山下', 1],
    ] as const) {
      await page.goto(`${url}search.html?q=${encodeURIComponent(words)}`);
      await page.locator(`#hits[data-total="${count}"]`).waitFor({ state: 'attached' });
    }
    expect(faults).toEqual([]);
    await close();
  });
});

function caseOf(id: string): Case {
  return JSON.parse(readFileSync(join(output, `data/cases/${id}.json`), 'utf8')) as Case;
}

function publishedText(): string {
  return ['excerpted', 'lianjian', 'linked', 'mou-gu-shi', 'wangge']
    .map(caseOf)
    .flatMap(({ title, blocks }) => [title, ...blocks.map(({ text }) => text)])
    .join('。');
}
