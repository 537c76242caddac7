import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/article/schema.ts';
import { casesFeed } from '../../src/library/feed.ts';
import { entry, library, practice } from './hand-made.ts';

const dated = (value: string, precision: 'day' | 'month', time?: string): Case['date'] => ({
  value,
  precision,
  basis: 'stated',
  ...(time && { time }),
});

function feedOf(cases: Case[], address: string | undefined = 'https://dj.example.gov.cn/anli/'): string | undefined {
  const some = library(cases, [practice('joint', { name: '跨村联建' })]);
  return casesFeed({ ...some, settings: { ...some.settings, address } });
}

const updates = (feed = '') => [...feed.matchAll(/<updated>([^<]+)<\/updated>/g)].map(([, at]) => at);

describe('casesFeed', () => {
  it('lists cases with a known day, the newest first, and is as new as the first', () => {
    const feed = feedOf([
      entry('old', { date: dated('2020-07-27', 'day', '07:27') }),
      entry('new', { date: dated('2021-03-02', 'day') }),
      entry('month', { date: dated('2021-03', 'month') }),
      entry('none'),
    ]);
    expect(updates(feed)).toEqual(['2021-03-02T00:00:00+08:00', '2021-03-02T00:00:00+08:00', '2020-07-27T07:27:00+08:00']);
    expect(feed).toContain('<id>https://dj.example.gov.cn/anli/cases/new.html</id>');
    expect(feed).toContain('注明发表日期的案例</title>');
  });

  it('is not made without an address, or without a case that has a day', () => {
    expect(feedOf([entry('new', { date: dated('2021-03-02', 'day') })], '')).toBeUndefined();
    expect(feedOf([entry('month', { date: dated('2021-03', 'month') })])).toBeUndefined();
  });

  it('holds at most fifty cases', () => {
    const many = Array.from({ length: 60 }, (_, i) => entry(`c${i}`, { date: dated('2021-03-02', 'day') }));
    expect(updates(feedOf(many))).toHaveLength(51);
  });

  it('keeps authors, practices and words about rights, as plain text', () => {
    const feed = feedOf([
      entry(
        'new',
        {
          title: '<b>&"联建"</b>\u0000\ufffe',
          date: dated('2021-03-02', 'day'),
          source: { author: '张三、李四', photographers: [] },
          rights: { publish: 'full', notice: '不得转载' },
        },
        { joint: {} },
      ),
    ]);
    expect(feed).toContain('<title>&#60;b&#62;&#38;&#34;联建&#34;&#60;/b&#62;</title>');
    expect(feed).toContain('<author><name>张三</name></author>\n<author><name>李四</name></author>');
    expect(feed).toContain('<category term="joint" label="跨村联建"/>');
    expect(feed).toContain('<rights>不得转载</rights>');
  });
});
