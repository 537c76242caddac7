/** Which lines are headings, and of which level. */

const numbered: readonly { level: 2 | 3; test: RegExp }[] = [
  { level: 2, test: /^(?:第?[一二三四五六七八九十]{1,3}[、．.章节]|[一二三四五六七八九十]{1,3}\s|[ⅠⅡⅢⅣⅤ][、.．]|【[^】]{2,20}】$)/u },
  {
    level: 3,
    test: /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d)|[①②③④⑤⑥⑦⑧⑨⑩]|(?:做法|经验|举措|案例)[一二三四五六七八九十][：:、\s])/u,
  },
];

const sentenceInside = /[。；！？](?!$)/u;
const quotedSpeech = /^[“"].*[”"]$/u;

/** A clause that counts something tells of a result; headings do so in quotation marks or not at all. */
const counted = /，.*\d|\d.*，|\d{2,}(?:[余多]?[个名户人项家期万亿元]|%)/u;

/** Longest heading, its spaces and marks included; a wider one is a sentence. */
const longest = 40;
const longestUnmarked = 30;
const longestQuestion = 18;

/** A short line that names a topic and does not end as a sentence does. */
export function isHeadingLine(text: string): boolean {
  const bare = text.replace(/——$/u, '');
  if (bare.length < 2 || bare.length > longest || sentenceInside.test(bare) || !/\p{Script=Han}/u.test(bare)) return false;
  if (/^——/u.test(bare) || /^[，。、；：）》”]/u.test(bare) || /^（[^）]*）$/u.test(bare)) return false;
  if (numbered.some((style) => style.test.test(bare)))
    return !/[。；，]$/u.test(bare) && bare.length <= longest && (bare.match(/，/gu)?.length ?? 0) <= 3;
  if (/[。；，、：…]$/u.test(bare) || (quotedSpeech.test(bare) && bare.length > 16)) return false;
  if (/[？！]$/u.test(bare)) return bare.length <= longestQuestion && !/[“”，]/u.test(bare);
  if (counted.test(bare.replace(/“[^”]*”/gu, ''))) return false;
  const clauses = bare.split(/[ \u3000]+/u);
  if (clauses.length > 1)
    return clauses.length <= 4 && clauses.every((clause) => clause.length >= 2 && clause.length <= 24 && !/[。；]/u.test(clause));
  return bare.length <= longestUnmarked && (bare.match(/，/gu)?.length ?? 0) <= 1;
}

/** `一、…`, `（一）…`, `1. …` */
export function isNumberedHeading(text: string): boolean {
  return numbered.some((style) => style.test.test(text));
}

type Style = 'first' | 'second' | 'clauses' | 'plain';

function styleOf(text: string): Style {
  const number = numbered.find((style) => style.test.test(text));
  if (number) return number.level === 2 ? 'first' : 'second';
  if (/——$/u.test(text)) return 'second';
  return /[ \u3000]/u.test(text) ? 'clauses' : 'plain';
}

export interface HeadingAt {
  text: string;
  /** Nothing stands between this heading and the next one. */
  leadsHeading: boolean;
}

/**
 * A section's heading is 2; a heading under it, or one of a run of short headings inside a section, 3.
 * Told by numbering (一、 over （一）), by form (two clauses over a single one), by place (a heading over a heading) and by length.
 */
export function headingLevels(headings: readonly HeadingAt[]): (2 | 3)[] {
  const styles = headings.map((heading) => styleOf(heading.text));
  const under = headings.map((_, i) => headings[i - 1]?.leadsHeading ?? false);
  const firsts = styles.includes('first');
  const clauses = styles.filter((style) => style === 'clauses').length;
  const leaders = headings.filter((heading) => heading.leadsHeading).map((heading) => heading.text.length);
  const levels = headings.map((heading, i): 2 | 3 => {
    const style = styles[i] ?? 'plain';
    if (style === 'first') return 2;
    if (style === 'second') return 3;
    if (firsts) return 3;
    if (under[i] && !heading.leadsHeading) return 3;
    if (heading.leadsHeading) return 2;
    if (clauses > 0) return style === 'clauses' ? 2 : 3;
    return leaders.length > 0 && heading.text.length < Math.min(...leaders) ? 3 : 2;
  });
  const seconds = styles.includes('second') && styles.every((style) => style === 'second');
  return seconds ? levels.map(() => 2) : runsOfShort(headings, openWithSection(levels));
}

/** The first heading of an article opens a section. */
function openWithSection(levels: (2 | 3)[]): (2 | 3)[] {
  const first = levels.includes(2) ? levels.indexOf(2) : levels.length;
  return levels.map((level, i) => (i < first ? 2 : level));
}

const shortHeading = 8;
const longHeading = 12;

/** Where all look alike, two or more short ones in a row behind a long one stand under it. */
function runsOfShort(headings: readonly HeadingAt[], levels: (2 | 3)[]): (2 | 3)[] {
  if (levels.includes(3) || !headings.some((heading) => heading.text.length >= longHeading)) return levels;
  let opened = false;
  return headings.map((heading, i) => {
    const short = heading.text.length <= shortHeading;
    if (!short) opened = heading.text.length >= longHeading;
    const neighbour = [headings[i - 1], headings[i + 1]].some((other) => other && other.text.length <= shortHeading);
    return short && opened && neighbour ? 3 : 2;
  });
}
