import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesOf } from '../../src/site/output/files-of.ts';
import { casebook } from '../setup/command.ts';
import { fixtureSite, practice } from '../setup/fixture-site.ts';
import { writeFiles } from '../setup/folder.ts';

const measures = ['跨村联建', '网格', '人才回引'];
const counties = ['沙县区', '尤溪县', '将乐县', '泰宁县'];

/** An invented article of one county about one of the three measures in turn. */
function article(county: string, at: number): string {
  const measure = measures[at % measures.length];
  return `${county}：${measure}促振兴
202${at}-0${at + 1}-18 09:30 来源：三明日报
近年来，${county}针对村级力量分散的问题，推行${measure}，组建党组织${at + 3}个，带动${30 + at}个村抱团发展。
一、组织保障
${county}把相邻${at + 2}个村联成一片，统一谋划产业，村级集体经济收入增长${10 + at}%。
`;
}

const site = fixtureSite({
  'content/site.yaml': 'name: 测试案例库\naddress: https://dj.example.gov.cn/anli/\n',
  'content/practices/talent-return.md': practice('人才回引', 'talent return', 'governance'),
  ...Object.fromEntries(counties.map((county, at) => [`seeds/county-${at}.txt`, article(county, at)])),
});

/** The seventh: of a county that no other article speaks of, about what two others do. */
const added = { 'seeds/added.txt': article('宁化县', 5) };

/** Whatever leads to the new article or to the place that came with it. */
const showsIt = /\badded\b|350424|宁化县/u;

/** What names the build as a whole, or counts what the library holds. */
const ofTheWhole: [path: RegExp, reason: string][] = [
  [/^SHA256SUMS$/, 'the sums of all files'],
  [/^(casebook\.json|check\.html|check\.json)$/, 'the name of the build'],
  [/^search\//, 'the search index'],
  [/^web\.config$/, 'the folder of the search index, which is kept for long'],
  [/^practices\/index\.html$/, 'counts of passages and places'],
];

let before: Map<string, Buffer>;
let after: Map<string, Buffer>;

async function build(): Promise<Map<string, Buffer>> {
  const { status, stderr } = await casebook(['build'], { CASEBOOK_SITE: site });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const out = join(site, 'dist');
  return new Map(filesOf(out).map((path) => [path, readFileSync(join(out, path))]));
}

beforeAll(async () => {
  before = await build();
  writeFiles(site, added);
  after = await build();
}, 120_000);

const isKept = (path: string) => before.get(path)?.equals(after.get(path) ?? Buffer.alloc(0)) === true;

describe('a site to which one article is added', () => {
  it('changes only files that show it, or that stand for the whole', () => {
    const changed = [...after.keys()].filter((path) => !isKept(path));
    const inVain = changed.filter((path) => !showsIt.test(`${path}\n${after.get(path)}`) && !ofTheWhole.some(([each]) => each.test(path)));
    expect(inVain).toEqual([]);
    // The rule would let everything through if every page spoke of every article.
    expect(changed.length).toBeLessThan(after.size * 0.75);
  });

  it.each(ofTheWhole)('has a reason to change %s: %s', (path) => {
    expect([...after.keys()].some((each) => path.test(each) && !isKept(each))).toBe(true);
  });

  it('keeps scripts, styles, the pages of editors, and cases and places that have nothing to do with it', () => {
    const assets = [...before.keys()].filter((path) => path.startsWith('_astro/'));
    expect(assets.length).toBeGreaterThan(5);
    const cases = [1, 2].flatMap((at) => [`cases/county-${at}.html`, `data/cases/county-${at}.json`]);
    const pages = ['about.html', 'help.html', 'search.html', 'clips.html', '404.html', '.htaccess', 'data/schema.json'];
    const others = ['data/cases/wangge.json', 'data/practices/grid-governance.csv', 'practices/grid-governance.html'];
    expect([...assets, ...cases.filter((path) => path.endsWith('.json')), ...pages, ...others].filter((path) => !isKept(path))).toEqual([]);
  });

  it('loses no address', () => {
    expect([...before.keys()].filter((path) => !after.has(path) && !path.startsWith('search/'))).toEqual([]);
  });
});
