/** Dates as articles write them, to ISO form. */
import type { CaseDate } from '../schema.ts';

const digits: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  '○': '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};
const hanYear = '[〇零○一二三四五六七八九]{4}';
const hanNumber = '[一二三四五六七八九十]{1,3}';

/** `2020-07-27 07:27:36`, `2020年7月27日 07:27`, `2020/7/27`, `2020.07.27`, `2020 07/27`, `二〇二〇年七月二十七日`, `2020年7月`. */
export const datePattern = new RegExp(
  String.raw`(?<!\d)(?<year>(?:19|20)\d{2}|${hanYear})\s?(?:[-/.．]|年|(?=\s?\d{1,2}\s?\/\s?\d{1,2}))\s?(?<month>\d{1,2}|${hanNumber})(?:\s?(?:[-/.．]|月)\s?(?:(?<day>\d{1,2}|${hanNumber})\s?日?)?)?(?:[\sT]{0,3}(?<hour>\d{1,2})[:：时](?<minute>\d{2})(?:[:：分]\d{2}秒?)?分?)?(?!\d)`,
  'u',
);

type Stated = Pick<CaseDate, 'value' | 'precision'> & { time?: string };

/** Reads a match of `datePattern`; undefined for a day that no calendar has. */
export function readDate(match: RegExpMatchArray): Stated | undefined {
  const { year = '', month = '', day, hour, minute } = match.groups ?? {};
  const parts = { year: Number(hanDigits(year)), month: hanCount(month), day: day === undefined ? undefined : hanCount(day) };
  if (!isCalendarDay(parts.year, parts.month, parts.day ?? 1)) return undefined;
  const head = `${parts.year}-${two(parts.month)}`;
  if (parts.day === undefined) return { value: head, precision: 'month' };
  const stated: Stated = { value: `${head}-${two(parts.day)}`, precision: 'day' };
  if (hour !== undefined && minute !== undefined && Number(hour) < 24 && Number(minute) < 60)
    stated.time = `${two(Number(hour))}:${minute}`;
  return stated;
}

/** An editor's `2022`, `2022-05` or `2022-05-03`. */
export function readIsoDate(text: string): Stated | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day] = match;
  if (!isCalendarDay(Number(year), Number(month ?? 1), Number(day ?? 1))) return undefined;
  return { value: text, precision: day ? 'day' : month ? 'month' : 'year' };
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function hanDigits(text: string): string {
  return text.replace(/[〇零○一二三四五六七八九]/gu, (digit) => digits[digit] ?? digit);
}

/** `七` 7, `十` 10, `二十七` 27, `07` 7. */
function hanCount(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.split('十');
  if (ones === undefined) return Number(hanDigits(text));
  return (tens ? Number(hanDigits(tens)) : 1) * 10 + (ones ? Number(hanDigits(ones)) : 0);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
