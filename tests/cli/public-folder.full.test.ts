import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { casebook, type Outcome } from '../setup/command.ts';
import { earlierOutput, fixtureSite } from '../setup/fixture-site.ts';

const page = (body: string, head = '<meta charset="utf-8">') =>
  `<!doctype html>\n<html lang="zh-CN"><head>${head}<title>通知</title></head>\n<body>${body}</body></html>\n`;

const built = (changes: Record<string, string | Buffer>) => {
  const site = fixtureSite(changes);
  return casebook(['build'], { CASEBOOK_SITE: site }).then((outcome) => ({ site, outcome }));
};

describe('what editors put into public/', () => {
  let site: string;
  let outcome: Outcome;
  const published = (file: string) => readFileSync(join(site, 'dist', file), 'utf8');

  beforeAll(async () => {
    ({ site, outcome } = await built({
      'public/notices/2026.html': page('<a href="/cases/lianjian.html">案例</a><a href="/notices/plan.csv">计划</a>'),
      'public/notices/plan.csv': '月份,事项\n三月,联建\n',
      'public/about.html': page('<p>本单位自己的“关于”。</p>'),
    }));
  });

  it('is published', () => {
    expect({ status: outcome.status, stderr: outcome.stderr }).toEqual({ status: 0, stderr: '' });
    expect(published('notices/plan.csv')).toBe('月份,事项\n三月,联建\n');
  });

  it('has relative links and the policy of all pages', () => {
    const notice = published('notices/2026.html');
    expect(notice).toContain('href="../cases/lianjian.html"');
    expect(notice).toContain('href="plan.csv"');
    expect(notice).toMatch(/<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none';/u);
  });

  it('goes before a page of the same name, and the build says so and what to do', async () => {
    expect(published('about.html')).toContain('本单位自己的“关于”');
    expect(outcome.stdout).toContain('public/about.html 与程序生成的文件同名');
    expect(outcome.stdout).toContain('请把它改名或移走');
    const again = await casebook(['build'], { CASEBOOK_SITE: site });
    expect(again.status).toBe(0);
    expect(published('about.html')).toContain('本单位自己的“关于”');
  });
});

it.each<{ name: string; content: string | Buffer; words: string[] }>([
  { name: 'a script', content: page('<script>alert(1)</script>'), words: ['notice.html', '会运行的代码', 'public/'] },
  { name: 'a link that leads nowhere', content: page('<a href="/cases/none.html">案例</a>'), words: ['notice.html', 'cases/none.html'] },
  { name: 'no character set', content: page('通知', ''), words: ['public/notice.html', '<meta charset="utf-8">'] },
  { name: 'another encoding', content: Buffer.from(page('\u00e9'), 'latin1'), words: ['public/notice.html', '不是 UTF-8'] },
])('a page in public/ with $name is refused, and the last output stays', async ({ content, words }) => {
  const { site, outcome } = await built({ 'public/notice.html': content });
  expect(outcome.status).toBe(1);
  for (const word of words) expect(outcome.stderr).toContain(word);
  expect(readFileSync(join(site, 'dist/index.html'), 'utf8')).toBe(earlierOutput['dist/index.html']);
});
