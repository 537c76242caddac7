import { describe, expect, it } from 'vitest';
import { datePattern, readDate, readIsoDate } from '../../../src/article/text/dates.ts';

const read = (text: string) => {
  const match = datePattern.exec(text);
  return match ? readDate(match) : undefined;
};

describe('a date as articles write it', () => {
  it.each([
    ['2020-07-27 07:27:36', '2020-07-27', '07:27'],
    ['2021年03月02日08:15', '2021-03-02', '08:15'],
    ['2021-03-0208:15来源：三明日报', '2021-03-02', '08:15'],
    ['2020/10/16', '2020-10-16', undefined],
    ['2020.7.9', '2020-07-09', undefined],
    ['（2022年3月18日）', '2022-03-18', undefined],
    ['2022 年 11 月 8 日', '2022-11-08', undefined],
    ['二〇二〇年七月二十七日', '2020-07-27', undefined],
    ['二○一九年十一月二日', '2019-11-02', undefined],
    ['2021-07-01T08:00:00', '2021-07-01', '08:00'],
    ['2021年7月1日8时05分', '2021-07-01', '08:05'],
  ])('%s', (text, value, time) => expect(read(text)).toEqual({ value, precision: 'day', ...(time ? { time } : {}) }));

  it.each([
    ['2020年7月', '2020-07'],
    ['二〇二〇年七月', '2020-07'],
  ])('%s', (text, value) => expect(read(text)).toEqual({ value, precision: 'month' }));

  it.each(['2021年', '2021-13-01', '2021年2月30日', '12021-03-02', '3月2日'])('%s is none', (text) => expect(read(text)).toBeUndefined());

  it('drops an hour that no clock has', () => expect(read('2021-03-02 29:10')).toEqual({ value: '2021-03-02', precision: 'day' }));
});

describe("an editor's date", () => {
  it.each([
    ['2022', 'year'],
    ['2022-05', 'month'],
    ['2022-05-03', 'day'],
  ])('%s', (text, precision) => expect(readIsoDate(text)).toEqual({ value: text, precision }));

  it.each(['2022-5-3', '2022-02-30', '今年'])('%s is none', (text) => expect(readIsoDate(text)).toBeUndefined());
});
