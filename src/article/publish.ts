/** What of a case may be published: the case as its rights allow, with redacted words gone from all of it. */
import type { Span } from './article.ts';
import { excerptOf } from './excerpt.ts';
import { findQuantities } from './figures/quantities.ts';
import { pinyinId } from './pinyin.ts';
import { type Redaction, redaction } from './redaction.ts';
import type { Case, Figure, Method, Place } from './schema.ts';
import { withoutInvisible } from './text/invisible.ts';

/** The place of a code, today's for a former one. */
type PlaceOf = (code: string) => Place | undefined;

/**
 * The published form. `full`: as read. `excerpt`: title, practices, figures with their sentences and three short quotations.
 * `link`: the entry and the address. Nothing else of the case may reach a page, a data file or the index.
 */
export function published(whole: Case, redact: readonly string[], placeOf: PlaceOf): Case {
  const redacted = redact.length > 0 ? withoutTerms(whole, redaction(redact), placeOf) : whole;
  const shown = cut(redacted, placeOf);
  return textsOf(shown).some((text) => withoutInvisible(text) !== text) ? (mapTexts(shown, withoutInvisible) as Case) : shown;
}

/** Terms to redact that nothing of the case holds: most likely misspelt, so that the word itself would be published. */
export function missingTerms(whole: Case, redact: readonly string[]): string[] {
  return redact.length === 0 ? [] : redaction(redact).missingFrom(textsOf(whole));
}

/** Whether an id that an editor chose spells a redacted term. */
export function spellsTerm(id: string, redact: readonly string[]): boolean {
  return redaction(redact).hideInName(id) !== id;
}

function cut(whole: Case, placeOf: PlaceOf): Case {
  switch (whole.rights.publish) {
    case 'full':
      return whole;
    case 'excerpt':
      return excerptOf(whole, placeOf);
    case 'link':
      return { ...whole, practices: [], methods: [], problems: [], figures: [], blocks: [], corrections: [] };
  }
}

/** Fields that address or measure a thing and quote nothing. */
const addresses = new Set([
  ...[
    'id',
    'url',
    'sha256',
    'block',
    'passage',
    'practice',
    'code',
    'level',
    'kind',
    'publish',
    'state',
    'basis',
    'precision',
    'page',
    'src',
  ],
  ...['value', 'time', 'notBefore', 'unit', 'bound', 'status'],
]);
/** Lists of ids and codes; those of objects are gone through. */
const addressLists = new Set(['practices', 'places', 'passages', 'formerIds']);

function mapTexts(value: unknown, change: (text: string) => string, key = ''): unknown {
  if (typeof value === 'string') return addresses.has(key) || addressLists.has(key) ? value : change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change, key));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapTexts(item, change, name)]));
  return value;
}

function textsOf(whole: Case): string[] {
  const texts: string[] = [];
  tellTexts(whole, (text) => texts.push(text));
  return [...texts, ...(whole.source.url ? [readableUrl(whole.source.url)] : [])];
}

/** The texts that `mapTexts` would change. */
function tellTexts(value: unknown, tell: (text: string) => void, key = ''): void {
  if (typeof value === 'string') {
    if (!addresses.has(key) && !addressLists.has(key)) tell(value);
  } else if (Array.isArray(value)) {
    for (const item of value) tellTexts(item, tell, key);
  } else if (value !== null && typeof value === 'object') {
    for (const [name, item] of Object.entries(value)) tellTexts(item, tell, name);
  }
}

/** 某 for each of the terms in every text of the case; what would still give a term away goes with it. */
function withoutTerms(whole: Case, terms: Redaction, placeOf: PlaceOf): Case {
  const textOf = new Map(whole.blocks.map(({ id, text }) => [id, text]));
  const { hide } = terms;
  const words = (said: string, block: string) => terms.hideWords(said, textOf.get(block) ?? '');
  const isOpen = (code: string | undefined) => code !== undefined && !tells(terms, placeOf(code)?.path.join('') ?? '');
  const { place, date, notBefore, source, ...rest } = mapTexts(whole, hide) as Case;
  const { url, ...origin } = source;
  return {
    ...rest,
    file: terms.hideInName(whole.file),
    ...(place && isOpen(place.code) ? { place } : {}),
    ...(date && !tells(terms, date.value, inChinese(date.value)) ? { date } : {}),
    ...(notBefore && !tells(terms, notBefore) ? { notBefore } : {}),
    source: { ...origin, ...(url && !tellsInName(terms, readableUrl(url)) ? { url } : {}) },
    practices: whole.practices.map((practice) => ({
      ...practice,
      passages: practice.passages.map(({ block, words: said }) => ({
        block,
        words: said.map((word) => words(word, block)).filter(isSaid),
      })),
    })),
    methods: mergedById(whole.methods.map((method) => hiddenMethod(method, terms, textOf))),
    problems: whole.problems.map((problem) => ({ ...problem, text: words(problem.text, problem.passage) })),
    figures: whole.figures
      .filter((figure) => !isNumberHidden(figure, textOf.get(figure.passage) ?? '', terms))
      .map((figure) => hiddenFigure(figure, words, isOpen)),
    blocks: rest.blocks.map((block) => ({ ...block, places: block.places.filter(isOpen) })),
  };
}

function tells(terms: Redaction, ...texts: string[]): boolean {
  return texts.some((text) => terms.spansIn(text).length > 0);
}

function tellsInName(terms: Redaction, name: string): boolean {
  return terms.hideInName(name) !== name;
}

/** Words that say more than that something is hidden. */
function isSaid(words: string): boolean {
  return !/^某*$/u.test(words);
}

/** `2020年7月27日` of `2020-07-27`. */
function inChinese(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`;
}

function readableUrl(url: string): string {
  try {
    return decodeURI(url);
  } catch (error) {
    if (error instanceof URIError) return url;
    throw error;
  }
}

/** A method that bears a hidden word gets an id of what is left of its name. */
function hiddenMethod(method: Method, terms: Redaction, textOf: ReadonlyMap<string, string>): Method {
  const text = method.passages.map((block) => textOf.get(block) ?? '').find((each) => each.includes(method.name)) ?? '';
  const name = terms.hideWords(method.name, text);
  const consists = method.consists?.map(terms.hide);
  return { ...method, ...(consists ? { consists } : {}), ...(name === method.name ? {} : { name, id: pinyinId(name) }) };
}

/** Two methods may have become one: 张三工作法 and 李四工作法 are both 某工作法. */
function mergedById(methods: readonly Method[]): Method[] {
  return [...Map.groupBy(methods, ({ id }) => id).values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, passages: [...new Set([first, ...others].flatMap(({ passages }) => passages))] }] : [],
  );
}

/** Whether a term takes the figure's number away: then its value may not be published either. */
function isNumberHidden(figure: Figure, text: string, terms: Redaction): boolean {
  const at = text.indexOf(figure.quote);
  const [source, start] = at < 0 ? [figure.quote, 0] : [text, at];
  const end = start + figure.quote.length;
  const hidden = terms.spansIn(source).filter((span) => overlap(span, [start, end]));
  if (hidden.length === 0) return false;
  const number = findQuantities(figure.quote).find(({ value, unit }) => value === figure.value && unit === figure.unit);
  return number === undefined || hidden.some((span) => overlap(span, [start + number.start, start + number.end]));
}

function overlap(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

function hiddenFigure(
  figure: Figure,
  words: (said: string, block: string) => string,
  isOpen: (code: string | undefined) => boolean,
): Figure {
  const { place, period, scope, per, ...rest } = figure;
  const said = (text: string) => words(text, figure.passage);
  return {
    ...rest,
    quote: said(figure.quote),
    subject: said(figure.subject),
    ...(scope === undefined ? {} : { scope: said(scope) }),
    ...(per === undefined ? {} : { per: said(per) }),
    ...(period !== undefined && said(period) === period && said(`${period}年`) === `${period}年` ? { period } : {}),
    ...(place !== undefined && isOpen(place) ? { place } : {}),
  };
}
