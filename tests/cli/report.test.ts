import { describe, expect, it } from 'vitest';
import type { PracticeReport } from '../../src/intake/practice-report.ts';
import { casebook } from '../setup/command.ts';
import { fixtureSite } from '../setup/fixture-site.ts';

const run = (args: string[], changes = {}) => casebook(['report', ...args], { CASEBOOK_SITE: fixtureSite(changes) });

describe('report', () => {
  it('lists the passages of every practice in Chinese', async () => {
    const { status, stdout, stderr } = await run([]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const words of [
      '跨村联建（cross-village-joint-building）：1 段',
      '大田县：跨村联建促振兴（lianjian）',
      '网格（grid-governance）：1 段',
    ])
      expect(stdout).toContain(words);
  });

  it.each([[['--practice', 'grid-governance', '--json']], [['--json', '--practice=grid-governance']]])(
    '%j is one practice as data',
    async (args) => {
      const { status, stdout } = await run(args);
      const { practices } = JSON.parse(stdout) as { practices: PracticeReport[] };
      expect(status).toBe(0);
      expect(practices.map(({ id, passages }) => [id, passages.map((passage) => passage.case)])).toEqual([['grid-governance', ['wangge']]]);
    },
  );

  it.each([
    [['--practice', 'grid-governence'], '没有编号为“grid-governence”的做法，是否指“grid-governance”'],
    [['--practice'], '没有编号为“”的做法'],
    [['--all'], '命令 report 没有“--all”这个选项'],
  ])('%j is refused with what to do', async (args, message) => {
    const { status, stdout, stderr } = await run(args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('says that files with errors are not counted', async () => {
    const { status, stdout, stderr } = await run([], { 'seeds/empty.txt': '' });
    expect(status).toBe(0);
    expect(stdout).toContain('跨村联建');
    expect(stderr).toContain('npm run check');
  });
});

describe('check', () => {
  const silent = '---\nname: 冷门\nenglish: silent\ngroup: organisation\nsignals: [从不出现的话]\n---\n\n冷门是测试用的做法。\n';

  it('puts what it says of signals into one section behind the rest', async () => {
    const { status, stdout } = await casebook(['check'], { CASEBOOK_SITE: fixtureSite({ 'content/practices/silent.md': silent }) });
    expect(status).toBe(0);
    expect(stdout.indexOf('    冷门（silent） 1 条中 1 条：从不出现的话')).toBeGreaterThan(stdout.indexOf('共 2 篇文章'));
    expect(stdout).toContain('可以发布 2 篇案例');
  });
});
