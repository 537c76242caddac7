import { describe, expect, it } from 'vitest';
import { readSite } from '../../src/intake/intake.ts';
import { tooDeepLine } from '../../src/intake/nesting.ts';
import { siteFolders } from '../../src/site/folders.ts';
import { fixtureSite, practice } from '../setup/fixture-site.ts';

const letters = [...'bcdefghij'];
/** Each line names the one before ten times. */
const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x, x]',
  ...letters.map(
    (letter, i) =>
      `${letter}: &${letter} [${Array(10)
        .fill(`*${i === 0 ? 'a' : letters[i - 1]}`)
        .join(', ')}]`,
  ),
].join('\n');
const deepBlock = Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n');

type Changes = Parameters<typeof fixtureSite>[0];
const correction = (text: string): Changes => ({ 'content/cases/wangge.yaml': text });

const rows: [name: string, changes: Changes, error: RegExp][] = [
  [
    'an address that runs code',
    correction('source: { url: "javascript:alert(1)" }'),
    /字段“source\.url”不合要求：应是以 http:\/\/ 或 https:\/\/ 开头的网址。/,
  ],
  ['an address that runs code, disguised', correction('source: { url: " JaVaScRiPt:alert(1)//http://" }'), /字段“source\.url”/],
  ['an address that holds data', correction('source: { url: "data:text/html,<script>alert(1)</script>" }'), /字段“source\.url”/],
  [
    'a site at an address that runs code',
    { 'content/site.yaml': 'address: "javascript:alert(1)"\n' },
    /字段“address”不合要求：应是以 http/,
  ],
  ['aliases that multiply', correction(bomb), /YAML 写法有误：别名（& 和 \*）没有定义，或用得太多。/],
  ['aliases that multiply in front matter', { 'content/practices/x.md': `---\n${bomb}\n---\n\n正文。\n` }, /开头的 --- 区域写法有误：别名/],
  ['an alias of nothing', correction('title: *nothing'), /别名/],
  ['an alias of itself', correction('redact: &a [*a]'), /redact/],
  ['very many brackets', correction(`title: ${'['.repeat(100_000)}`), /YAML 写法有误：一层套一层，套得太深。/],
  ['very deep indents', correction(deepBlock), /套得太深/],
  ['very many dashes', correction(`${'- '.repeat(50_000)}a`), /套得太深/],
  ['very many levels in groups.yaml', { 'content/groups.yaml': `${'{a: '.repeat(20_000)}` }, /套得太深/],
  [
    'a guide of very many levels',
    { 'content/practices/x.mdx': practice('新做法', 'x', 'governance', `${'>'.repeat(20_000)} x`) },
    /正文里有不能解析的写法：一层套一层/,
  ],
  ['a prototype', correction('__proto__: { hold: true }'), /字段“__proto__”不合要求：没有这个字段。/],
  ['a constructor', correction('constructor: { prototype: {} }'), /字段“constructor”不合要求：没有这个字段。/],
  ['a prototype further down', correction('source: { __proto__: { name: x } }'), /字段“source\.__proto__”/],
  ['an id that leads elsewhere', correction('id: ../../index'), /字段“id”不合要求：只能用小写英文字母、数字和连字符。/],
  ['an id that is another page', correction('id: index'), /字段“id”不合要求：不能只是数字，也不能是 index/],
  ['an id that is the second page of the list', correction('id: "2"'), /字段“id”不合要求：不能只是数字/],
  ['an id that no file can have', correction(`id: ${'a'.repeat(101)}`), /字段“id”不合要求：不能超过 100 个字符。/],
  [
    'a number to redact that YAML would round',
    correction('redact: [350425199001011234]'),
    /字段“redact\[0\]”不合要求：应是文字；电话、证件号码请加引号/,
  ],
  ['nothing to redact', correction('redact: ["　"]'), /字段“redact\[0\]”不合要求：不能是空白。/],
  ['a misspelt name to redact', correction('redact: [不在文中]'), /要隐去的“不在文中”在文中没有出现，恐怕写错了字/],
  [
    'an id that spells a redacted name',
    {
      ...correction('id: wangxiaoming-wangge\nredact: [王小明]'),
      'seeds/wangge.txt': '建宁县：网格管理\n2021-06-02 来源：三明日报\n建宁县的王小明推行网格管理。\n',
    },
    /编号“wangxiaoming-wangge”里拼出了要隐去的字。/,
  ],
  ['a hold without a reason', correction('hold: ""'), /字段“hold”/],
  [
    'a misspelt takedown',
    { 'content/takedown.yaml': '- { source: wange.txt, reason: 测试 }\n' },
    /content\/takedown\.yaml 要撤下的“wange\.txt”在 seeds\/ 里找不到，是否指“wangge\.txt”。/,
  ],
  ['a practice with code for a name', { 'content/practices/x.md': practice('"<script>"', 'x', '<img onerror=1>') }, /字段“group”/],
];

describe('what comes out as a clear error:', () => {
  it.each(rows)('%s', async (_, changes, error) => {
    const { report, failed, cases } = await readSite(siteFolders({ CASEBOOK_SITE: fixtureSite(changes) }));
    const errors = report.files.flatMap((file) => file.errors.map(({ message }) => `${file.file} ${message}`));
    expect(errors.filter((each) => error.test(each))).toHaveLength(1);
    expect(failed).toBe(true);
    expect(cases.every((entry) => Object.getPrototypeOf(entry) === Object.prototype)).toBe(true);
    expect({}).not.toHaveProperty('hold');
  });
});

describe('what comes out as a case:', () => {
  it.each([
    ['index', 'case-index'],
    ['2', 'case-2'],
    ['con', 'case-con'],
    ['__proto__', 'proto'],
    ['constructor', 'constructor'],
    ['<img src=x onerror=alert(1)>', 'img-src-x-onerror-alert-1'],
    ['甲'.repeat(80), /^jia(?:-jia)+-[0-9a-f]{8}$/],
    ['😀', /^case-[0-9a-f]{8}$/],
  ])('an article in a file named %s', async (name, id) => {
    const text = '大田县：跨村联建\n2021-06-02 来源：三明日报\n大田县推行跨村联建，组建联村党委8个。\n';
    const site = await readSite(siteFolders({ CASEBOOK_SITE: fixtureSite({ [`seeds/${name}.txt`]: text }) }));
    expect(site.failed).toBe(false);
    const found = site.cases.find(({ file }) => file === `seeds/${name}.txt`);
    expect(found?.id).toMatch(id);
    expect(found?.id.length).toBeLessThanOrEqual(100);
    expect(found?.url).toBe(`cases/${found?.id}.html`);
  });

  it.each(['withdrawn.txt', 'withdrawn', 'seeds/withdrawn.txt', 'seeds\\withdrawn.txt', ' withdrawn.txt '])(
    'none that content/takedown.yaml names as “%s”',
    async (source) => {
      const site = fixtureSite({
        'seeds/withdrawn.txt': '大田县：跨村联建\n大田县推行跨村联建。\n',
        'content/takedown.yaml': `- { source: '${source}', reason: 测试 }\n`,
      });
      const { cases, failed } = await readSite(siteFolders({ CASEBOOK_SITE: site }));
      expect([failed, cases.map(({ id }) => id)]).toEqual([false, ['lianjian', 'wangge']]);
    },
  );
});

describe('nesting', () => {
  it.each([
    ['a: [b, {c: d}]\ne:\n  - f: g\n', undefined],
    [`${'a: [b]\n'.repeat(200)}`, undefined],
    [`a: x\nb: ${'['.repeat(51)}`, 2],
    [`${'- '.repeat(51)}a`, 1],
    [Array.from({ length: 51 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 51],
    [Array.from({ length: 50 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), undefined],
  ])('is too deep on a line or nowhere (%#)', (text, line) => {
    expect(tooDeepLine(text)).toBe(line);
  });
});
