/** The time that a number speaks of, as far as its sentence says: `2021`, `2017-09`, `2019/2021`, `2020/..` for 2020年以来. */
import { matchesIn } from '../text/matches.ts';
import { wordsBefore } from './clauses.ts';

/** How far before a time its clause is looked at, in characters. */
const lookBack = 12;

interface TimeWords {
  start: number;
  end: number;
  /** Undefined: the words leave the time open (近年来), and end what stood before. */
  period: string | undefined;
}

const year = String.raw`((?:19|20)\d{2})`;
const rules: { pattern: RegExp; period: (groups: string[], published: number | undefined) => string | undefined }[] = [
  {
    pattern: new RegExp(
      `${year}年?(?:(\\d{1,2})月)?(?:\\d{1,2}日)?\\s*(?:至|到|[—–~～-]{1,2})\\s*(?:${year}年)?(?:(\\d{1,2})月|(?<=年)|${year}年)`,
      'gu',
    ),
    period: ([from = '', month = '', to = '', toMonth = '', bare = '']) => `${dated(from, month)}/${dated(to || bare || from, toMonth)}`,
  },
  {
    pattern: new RegExp(`${year}年(?:(\\d{1,2})月)?(?:\\d{1,2}日)?(?:以来|至今|起|开始)`, 'gu'),
    period: ([from = '', month = '']) => `${dated(from, month)}/..`,
  },
  { pattern: new RegExp(`${year}年(?:(\\d{1,2})月)?`, 'gu'), period: ([at = '', month = '']) => dated(at, month) },
  {
    pattern: /(去年|上年|前年|今年)(?:(\d{1,2})月(?:份|底|初)?)?(以来)?/gu,
    period: ([word = '', month = '', since = ''], published) => relative(word, month, since, published),
  },
  {
    pattern: /近年来|多年来|近[几两三四五\d]年|截至目前|截止目前|到目前为止|目前|如今|现在|当前|以来/gu,
    period: () => undefined,
  },
];

const dated = (at: string, month: string): string => (month ? `${at}-${month.padStart(2, '0')}` : at);

function relative(word: string, month: string, since: string, published: number | undefined): string | undefined {
  if (published === undefined) return undefined;
  const at = dated(String(published - (word === '今年' ? 0 : word === '前年' ? 2 : 1)), month);
  return since && (word !== '今年' || month) ? `${at}/..` : at;
}

const leadIn =
  /(?:^|[，,。；：“—…\n])(?:但|而|仅|早在|截至|截止|截止到|自从|自|从|在|到|于|至|力争|力争到|确保|确保到|预计|计划|力争在|计划到|预计到|争取到|明确|明确从|明确到|其中|——)*$/u;
const compared = /(?:比|较|同比|相比|与)$/u;
/** 完成2021年换届工作: the year belongs to the object's name. */
const objectYear = /(?:完成|实施|召开|举办|开展|印发|出台|获得|获评|荣获|荣获|获|落实|推进|制定|做好|抓好)$/u;

/** The sentence that was looked at last: most hold several numbers. */
let latest: { sentence: string; published: number | undefined; found: readonly TimeWords[] } = {
  sentence: '',
  published: undefined,
  found: [],
};

function timeWords(sentence: string, published: number | undefined): readonly TimeWords[] {
  if (latest.sentence !== sentence || latest.published !== published)
    latest = { sentence, published, found: readTimeWords(sentence, published) };
  return latest.found;
}

function readTimeWords(sentence: string, published: number | undefined): TimeWords[] {
  const found: TimeWords[] = [];
  for (const { pattern, period } of rules) {
    for (const match of matchesIn(sentence, pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((other) => start < other.end && other.start < end)) continue;
      found.push({
        start,
        end,
        period: period(
          match.slice(1).map((group) => group ?? ''),
          published,
        ),
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * Period of a number at `at` in a sentence, its clause beginning at `clauseStart`.
 * A time at the head of a clause holds to the sentence's end or the next time; one inside a clause holds for that clause.
 */
export function periodAt(sentence: string, clauseStart: number, at: number, published?: string): string | undefined {
  const publishedYear = published === undefined ? undefined : Number(published.slice(0, 4));
  const governing = timeWords(sentence, publishedYear)
    .filter(({ start, end }) => end <= at && !compared.test(wordsBefore(sentence, start, 3)))
    .findLast(({ start }) => {
      const before = (start > lookBack ? '□' : '') + wordsBefore(sentence, start, lookBack);
      return leadIn.test(before) || (start >= clauseStart && !objectYear.test(before));
    });
  return governing?.period;
}

const yearWords = new RegExp(`${year}年|去年|上年|前年|今年`, 'gu');

/** The two years of a change: 由2018年的8.6万元增长到2022年的56万元. */
export function periodOfChange(words: string, published?: string): string | undefined {
  const publishedYear = published === undefined ? undefined : Number(published.slice(0, 4));
  const years = matchesIn(words, yearWords).map((match) => match[1] ?? relative(match[0], '', '', publishedYear));
  if (years.includes(undefined)) return undefined;
  return years.length === 2 ? `${years[0]}/${years[1]}` : undefined;
}
