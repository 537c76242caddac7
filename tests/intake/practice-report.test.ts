import { describe, expect, it } from 'vitest';
import { readSite } from '../../src/intake/intake.ts';
import { flagsOfPractices, practiceFiles } from '../../src/intake/practice-flags.ts';
import { reportPractices } from '../../src/intake/practice-report.ts';
import { printPracticeSummary, printPractices } from '../../src/intake/print-practices.ts';
import { withFlags } from '../../src/intake/report.ts';
import { siteFolders } from '../../src/site/folders.ts';
import { fixtureSite } from '../setup/fixture-site.ts';

type Changes = Parameters<typeof fixtureSite>[0];

function practice(name: string, signals: string): string {
  return `---\nname: ${name}\nenglish: ${name}\ngroup: organisation\nsignals: ${signals}\n---\n\n${name}是测试用的做法。\n`;
}

const threePassages = `大田县：党员积分管理
2022-03-18 来源：三明日报
大田县推行党员积分管理，建立台账32本。
桃源镇推行党员积分管理，评定星级党员20名。
均溪镇推行党员积分管理，兑换物品300件。
`;

async function reportsOf(changes: Changes) {
  const folders = siteFolders({ CASEBOOK_SITE: fixtureSite(changes) });
  const site = await readSite(folders);
  const reports = reportPractices(site);
  const of = (id: string) => reports.find((report) => report.id === id);
  return { folders, site, reports, of };
}

describe('reportPractices', () => {
  it('gives the passages of a practice with the words that decided and their scores', async () => {
    const { of } = await reportsOf({});
    expect(of('cross-village-joint-building')).toMatchObject({
      name: '跨村联建',
      passages: [
        {
          case: 'lianjian',
          title: '大田县：跨村联建促振兴',
          n: 1,
          opening: '近年来，大田县针对村级力量分散的问题，推行跨村联',
          words: ['跨村联建'],
          score: 1,
          signals: [{ words: '跨村联建', weight: 1, reasons: [] }],
          context: 0,
        },
      ],
      nearMisses: [],
      silent: [],
      twins: [],
    });
  });

  it('gives near misses with what they lack, and why words count less than they say', async () => {
    const { of } = await reportsOf({
      'content/practices/alliance.md': practice(
        '抱团',
        '[{ phrase: 抱团发展, weight: 0.5 }, { phrase: 联村党委, weight: 0.75, unless: [力量分散] }]',
      ),
    });
    const [miss, ...others] = of('alliance')?.nearMisses ?? [];
    expect(others.map(({ n }) => n)).toEqual([2]);
    expect(miss).toMatchObject({
      n: 1,
      score: 0.5,
      missing: 0.5,
      context: -0.75,
      signals: [
        { words: '联村党委', weight: 0.75, reasons: ['同句有“力量分散”，不算'] },
        { words: '抱团发展', weight: 0.5, reasons: [] },
      ],
    });
  });

  it('leaves out what the editor has settled, and what is not published', async () => {
    const alliance = practice('抱团', '[{ phrase: 抱团发展, weight: 0.5 }]');
    const { of, site } = await reportsOf({ 'content/practices/alliance.md': alliance });
    const block = of('alliance')?.nearMisses[0]?.block;
    expect(site.cases).toHaveLength(2);
    const added = await reportsOf({
      'content/practices/alliance.md': alliance,
      'content/cases/lianjian.yaml': `practices: { add: [{ block: ${block}, practice: alliance, words: [抱团发展] }] }\n`,
    });
    expect([added.of('alliance')?.passages.length, added.of('alliance')?.nearMisses]).toEqual([1, []]);
    const held = await reportsOf({ 'content/practices/alliance.md': alliance, 'content/cases/lianjian.yaml': 'hold: true\n' });
    expect(held.of('alliance')).toMatchObject({ passages: [], nearMisses: [], silent: [{ field: 'signals[0]', words: '抱团发展' }] });
  });

  it('finds practices that show in the same passages, three at least', async () => {
    const points = {
      'content/practices/points.md': practice('积分', '[积分管理]'),
      'content/practices/ledger.md': practice('党员分', '[党员积分]'),
    };
    const few = await reportsOf({ ...points, 'seeds/points.txt': threePassages.replace(/均溪镇.*\n/, '') });
    const enough = await reportsOf({ ...points, 'seeds/points.txt': threePassages });
    expect(few.of('points')?.twins).toEqual([]);
    expect(enough.of('points')?.twins).toEqual([{ id: 'ledger', name: '党员分', passages: 3 }]);
    expect(enough.of('ledger')?.twins).toEqual([{ id: 'points', name: '积分', passages: 3 }]);
  });
});

describe('what editors are told', () => {
  const changes = {
    'content/practices/points.md': practice('积分', '[积分管理, { pattern: 积分(?:超市|银行), weight: 0.5 }]'),
    'content/practices/ledger.mdx': practice('党员分', '[党员积分]'),
    'seeds/points.txt': threePassages,
  };

  it('stands under the practice’s file in the report, which still publishes', async () => {
    const { folders, site, reports } = await reportsOf(changes);
    const { files } = withFlags(site.report, flagsOfPractices(reports, await practiceFiles(folders)));
    expect(files.map(({ file }) => file)).toEqual([...files.map(({ file }) => file)].sort());
    const flags = files.flatMap(({ file, flags: own }) => (file.startsWith('content/') ? own.map((flag) => ({ file, ...flag })) : []));
    expect(flags.map(({ file, id, message, hint }) => [file, id.split(':')[0], message, hint])).toEqual([
      [
        'content/practices/ledger.mdx',
        'twinPractices',
        '与做法“积分”总是一起出现：3 段文字，段段两项都算。',
        '请看两项做法的线索是不是写得太近、分不开；确实是一回事的，可以并成一项，把名称写进 aliases。',
      ],
      [
        'content/practices/points.md',
        'silentSignal',
        '2条线索里有1条在已发布的案例里一次也没有出现：积分(?:超市|银行)。',
        '案例还少时，多半只是没遇到这种写法，可以留着；案例多了仍不出现的，请检查字句有没有写错。npm run report -- --practice 编号 逐条列出。',
      ],
      ['content/practices/points.md', 'twinPractices', '与做法“党员分”总是一起出现：3 段文字，段段两项都算。', expect.any(String)],
    ]);
  });

  it('is one short section at a terminal', async () => {
    const { reports } = await reportsOf(changes);
    expect(printPracticeSummary(reports)).toBe(
      [
        '做法的线索（不影响发布；逐条看：npm run report -- --practice 编号）',
        '  没有出现过的线索共 1 条。案例还少时，多半只是没遇到这种写法；案例多了仍不出现的，请检查字句：',
        '    积分（points） 2 条中 1 条：积分(?:超市|银行)',
        '  总是一起出现：“党员分”与“积分”（3 段）',
      ].join('\n'),
    );
    expect(printPracticeSummary((await reportsOf({})).reports)).toBe('');
  });

  it('names three silent signals of a practice, plain words first, long ones cut', async () => {
    const silent = '[{ pattern: "甲[^，。；]{0,14}乙[^，。；]{0,14}丙" }, 从未写过的话, 从不出现的话]';
    const { reports } = await reportsOf({ 'content/practices/silent.md': practice('冷门', silent) });
    expect(printPracticeSummary(reports.filter(({ id }) => id === 'silent'))).toContain(
      '    冷门（silent） 3 条中 3 条：从未写过的话、从不出现的话、甲[^，。；]{0,14}乙[^，。；]……',
    );
  });

  it('is told in full by npm run report', async () => {
    const { of } = await reportsOf(changes);
    const points = of('points');
    if (!points) throw new Error('No report on the practice.');
    const [first = '', , passage = '', , account = ''] = printPractices([{ ...points, passages: points.passages.slice(0, 1) }]).split('\n');
    expect(first).toBe('积分（points）：1 段，差一点的 0 段');
    expect(passage).toMatch(/^ {4}第1段（p[0-9a-f]{6}） \S+ 分：大田县推行党员积分管理/);
    expect(account).toMatch(/^ {6}得分：积分管理 1/);
  });
});
