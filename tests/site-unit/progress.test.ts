import { describe, expect, it } from 'vitest';
import { openProgress } from '../../src/site/progress.ts';

/** A stream that keeps what is written, and a clock that is set by hand. */
function screen(isTTY: boolean, columns?: number) {
  const clock = { now: 0 };
  let written = '';
  const stream = { isTTY, columns, write: (text: string) => (written += text) };
  const take = () => {
    const text = written;
    written = '';
    return text;
  };
  return { stream, clock, take, now: () => clock.now };
}

const overwrite = '\r\u001b[2K';

describe('on a terminal', () => {
  it('one line is written over: what is done, how far, how long it will take', () => {
    const { stream, clock, take, now } = screen(true);
    const progress = openProgress(stream, {}, now);
    progress.begin('读取文章', '1000 篇');
    expect(take()).toBe(`${overwrite}读取文章`);
    progress.step('文章', 0, 1000);
    clock.now = 4000;
    progress.step('文章', 100, 1000);
    expect(take()).toBe(`${overwrite}读取文章：文章 100/1000，约还需 36 秒`);
    clock.now = 4050;
    progress.step('文章', 101, 1000);
    expect(take()).toBe('');
    progress.end();
    expect(take()).toBe(overwrite);
  });

  it('of parts side by side the one that ends last tells how long it will take', () => {
    const { stream, clock, take, now } = screen(true, 200);
    const progress = openProgress(stream, {}, now);
    progress.begin('生成页面和检索索引');
    progress.step('页面', 0, 12_000);
    progress.step('检索索引', 0, 8);
    clock.now = 20_000;
    progress.step('检索索引', 1, 8);
    take();
    clock.now = 21_000;
    progress.step('页面', 6000, 12_000);
    expect(take()).toBe(`${overwrite}生成页面和检索索引：页面 6000/12000，检索索引 1/8，约还需 2 分钟`);
  });

  it('the pace is that of the last seconds, so that what was kept from earlier does not count', () => {
    const { stream, clock, take, now } = screen(true);
    const progress = openProgress(stream, {}, now);
    progress.begin('读取文章');
    for (const [at, done] of [
      [0, 0],
      [100, 900],
      [10_000, 905],
      [20_000, 910],
      [30_000, 915],
    ] as const) {
      clock.now = at;
      progress.step('文章', done, 1000);
    }
    expect(take()).toContain('文章 915/1000，约还需 3 分钟');
  });

  it('a line that stays stands above it, and a long one is cut by the width of its signs', () => {
    const { stream, take, now } = screen(true, 20);
    const progress = openProgress(stream, {}, now);
    progress.begin('读取很多很多很多很多文章');
    expect(take()).toBe(`${overwrite}读取很多很多很多很`);
    progress.say('seeds/a.txt：没有日期');
    expect(take()).toBe(`${overwrite}seeds/a.txt：没有日期\n${overwrite}读取很多很多很多很`);
    progress.log('seeds/b.txt');
    expect(take()).toBe('');
  });
});

describe.each([
  ['where the output is no terminal', false, {}],
  ['in CI', true, { CI: 'true' }],
])('%s', (_, isTTY, env) => {
  it('lines stay, and come seldom', () => {
    const { stream, clock, take, now } = screen(isTTY);
    const progress = openProgress(stream, env, now);
    progress.begin('读取文章', '1000 篇');
    for (let done = 0; done <= 1000; done += 1) {
      clock.now = done * 50;
      progress.step('文章', done, 1000);
    }
    progress.log('一行');
    progress.end();
    expect(take()).toBe('读取文章（1000 篇）……\n  文章 400/1000，约还需 30 秒\n  文章 800/1000，约还需 10 秒\n一行\n');
  });
});
