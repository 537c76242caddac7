/** Which lines are headings, and of which level. */

/** Numbering from the outermost to the innermost, as Chinese documents have it. */
const numberings: readonly RegExp[] = [
  /^第[一二三四五六七八九十]{1,3}(?:[章节编]|部分)|^【[^】]{2,24}】$|^[ⅠⅡⅢⅣⅤ]\s?[、.．]/u,
  /^(?:[一二三四五六七八九十]{1,3}\s?(?:[、．.]|\s(?=\p{Script=Han}))|第[一二三四五六七八九十]{1,2}[、，,：])/u,
  /^[（(][一二三四五六七八九十]{1,3}[）)]|^(?:做法|经验|举措|案例|启示)[一二三四五六七八九十\d][：:、\s]/u,
  /^\d{1,2}\s?[、．.](?!\d)|^0\d\s+(?=\p{Script=Han})/u,
  /^[（(]\d{1,2}[）)]|^\d{1,2}[）)]/u,
  /^[①②③④⑤⑥⑦⑧⑨⑩]/u,
];

function numberingOf(text: string): number | undefined {
  const rank = numberings.findIndex((numbering) => numbering.test(text));
  return rank < 0 ? undefined : rank;
}

/** `一、…`, `（一）…`, `1. …` */
export function isNumberedHeading(text: string): boolean {
  return numberingOf(text) !== undefined;
}

/** Both lines are numbered in the same style: items of one list. */
export function isSameNumbering(text: string, other: string): boolean {
  const rank = numberingOf(text);
  return rank !== undefined && rank === numberingOf(other);
}

const sentenceInside = /[。；！？](?!$)/u;
const quotedSpeech = /^[“"][^”]*[”"]$/u;

/** A clause that counts something tells of a result; headings do so in quotation marks or not at all. */
const counted = /，.*\d|\d.*，|\d{2,}(?:[余多]?[个名户人项家期万亿元]|%)/u;

/** Sections that stand beside the others, whatever these are called. */
const ownSection =
  /^(?:(?:记者|采访|编辑|蹲点|驻村|调研)?(?:手记|札记|点评|短评|感言|后记)|(?:新闻|背景|知识|名词)?(?:链接|背景|解释)|编后|编后语|结语|尾声|后记|引言|前言|专家点评|启示(?:与思考)?|经验启示|思考(?:与启示)?|案例(?:概述|背景|点评|启示)|(?:主要|基本|具体)?(?:做法|成效|经验|情况|问题|措施|背景|体会|建议)(?:和成效|及成效|与成效)?|(?:工作|实践|取得)(?:成效|背景|启示|做法)|(?:短评|点评|启示|手记|链接)[：:].{4,24})[：:]?$/u;

/** `结语`, `主要做法`: a section by its very name. */
export function isHeadingOfItsOwn(text: string): boolean {
  return ownSection.test(text);
}

/** Longest heading, its spaces and marks included; a wider one is a sentence. */
const longest = 40;
const longestNumbered = 50;
const longestUnmarked = 30;
const longestQuestion = 18;
const longestClause = 24;

const bullet = /^[■□◆◇★☆●○◎▍▎▌►▶※❖✦]\s?/u;

/** What a line without a number must not look like; `bare` is without the bullet before and the dash behind it. */
const refusals: readonly ((bare: string, text: string) => boolean)[] = [
  (bare) => bare.length > longest,
  (bare, text) => sentenceInside.test(leadsOver(text) ? bare.replace(/[？！]/gu, '') : bare),
  (bare) => /^(?:——|[，。、；：）》”·•])|^（[^）]*）$|^附件?[：:\d]/u.test(bare),
  (bare, text) => /[：…]$/u.test(text) || /[。；，、：…]$/u.test(bare),
  (bare) => quotedSpeech.test(bare) && bare.length > 16,
  (bare, text) => /[？！]$/u.test(bare) && !leadsOver(text) && (bare.length > longestQuestion || /[“”：]|，.*，/u.test(bare)),
  (bare) => counted.test(bare.replace(/“[^”]*”/gu, '')),
];

function leadsOver(text: string): boolean {
  return /——$/u.test(text);
}

/** A short line that names a topic and does not end as a sentence does. */
export function isHeadingLine(text: string): boolean {
  if (ownSection.test(text)) return true;
  const bare = text.replace(/(?:——|…{1,2}|：)$/u, '').replace(bullet, '');
  if (bare.length < 2 || bare.length > longestNumbered || !/\p{Script=Han}/u.test(bare)) return false;
  if (isNumberedHeading(bare)) return isNumberedTopic(bare);
  return !refusals.some((refuses) => refuses(bare, text)) && isClauses(bare.split(/[ \u3000]+/u));
}

/** One topic, or up to four clauses side by side. */
function isClauses(clauses: readonly string[]): boolean {
  const [only = ''] = clauses;
  if (clauses.length === 1) return only.length <= longestUnmarked && (only.match(/，/gu)?.length ?? 0) <= 1;
  return clauses.length <= 4 && clauses.every((clause) => clause.length >= 2 && clause.length <= longestClause);
}

function isNumberedTopic(text: string): boolean {
  return !/[。；，]$/u.test(text) && !/[。；]/u.test(text) && (text.match(/，/gu)?.length ?? 0) <= 3;
}

/** Longest numbered line with a full stop that can be a heading over its own paragraph. */
const longestStopped = 24;

/** `（一）强化政治引领。` alone on its line, over a paragraph. */
export function isStoppedHeading(text: string): boolean {
  return text.length <= longestStopped && isNumberedHeading(text) && /^[^。；！？]+。$/u.test(text);
}

const speaker = /^(?<who>记者|问|答|主持人|编者|本报记者|[\p{Script=Han}·]{2,6})\s?[：:]\s?\S/u;

/** Who speaks in a line of an interview: `记者：…`. */
export function speakerOf(text: string): string | undefined {
  return speaker.exec(text)?.groups?.who;
}

type Style = number | 'dash' | 'clauses' | 'plain' | 'own';

function styleOf(text: string): Style {
  const rank = numberingOf(text);
  if (rank !== undefined) return rank;
  if (/——$/u.test(text)) return 'dash';
  if (ownSection.test(text)) return 'own';
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
  const styles = headings.map(({ text }) => styleOf(text));
  return styles.some((style) => typeof style === 'number') ? numberedLevels(headings, styles) : plainLevels(headings, styles);
}

/** The outermost numbering is 2, unless headings without number stand over it. */
function numberedLevels(headings: readonly HeadingAt[], styles: readonly Style[]): (2 | 3)[] {
  const outermost = styles.reduce<number>(
    (least, style) => (typeof style === 'number' ? Math.min(least, style) : least),
    numberings.length,
  );
  const overs = headings.map((heading, i) => typeof styles[i] !== 'number' && heading.leadsHeading && styles[i + 1] === outermost);
  const sections = overs.some(Boolean);
  return styles.map((style, i) => {
    if (typeof style === 'number') return style === outermost && !sections ? 2 : 3;
    if (sections) return overs[i] || style === 'own' || style === 'clauses' ? 2 : 3;
    return style === 'own' ? 2 : 3;
  });
}

function plainLevels(headings: readonly HeadingAt[], styles: readonly Style[]): (2 | 3)[] {
  const leaders = headings.filter((heading) => heading.leadsHeading).map((heading) => heading.text.length);
  const shortestLeader = leaders.reduce((least, length) => Math.min(least, length), Number.POSITIVE_INFINITY);
  const levels = headings.map((heading, i): 2 | 3 => {
    const style = styles[i] ?? 'plain';
    if (style === 'own') return 2;
    if (heading.leadsHeading) return 2;
    if (headings[i - 1]?.leadsHeading) return 3;
    return (isUnderForm(style, styles) ?? (leaders.length > 0 && heading.text.length < shortestLeader)) ? 3 : 2;
  });
  return runsOfShort(headings, openWithSection(levels));
}

/** Whether the form of a heading puts it under the others; undefined where the form says nothing. */
function isUnderForm(style: Style, styles: readonly Style[]): boolean | undefined {
  if (style === 'dash') return styles.some((other) => other !== 'dash' && other !== 'own');
  return styles.includes('clauses') ? style !== 'clauses' : undefined;
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
    if (ownSection.test(heading.text)) return 2;
    const short = heading.text.length <= shortHeading;
    if (!short) opened = heading.text.length >= longHeading;
    const neighbour = [headings[i - 1], headings[i + 1]].some((other) => other && other.text.length <= shortHeading);
    return short && opened && neighbour ? 3 : 2;
  });
}
