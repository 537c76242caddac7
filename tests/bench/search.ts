/**
 * Compares the search with others over the same articles. `npm run bench:search -- <articles> <queries>`;
 * `CASEBOOK_CORPUS` names a file of real text, without it the few articles in seeds/ serve.
 * In the browser: Casebook, which stands on Pagefind, and Pagefind alone, with the first ten hits; in memory and in Node: the others.
 * Ends with status 1 where Casebook exceeds its limits.
 */
import { drawKnownItems, drawQueries, readArticles, truthOf } from './search-articles.ts';
import { type BenchEngine, flexSearch, miniSearch, orama } from './search-engines.ts';
import { casebookSearch, pagefindWithPairs, stockPagefind } from './search-in-browser.ts';

const [articleCount = 1000, queryCount = 200] = process.argv.slice(2).map(Number);
/** First searches that are made anew in a fresh browser to count bytes. */
const coldSearches = 20;
/** Sentences of which a piece is remembered. */
const knownItems = 200;
/** What Casebook must keep; kilobytes by the number of articles up to which they hold. */
const limits = {
  share: 1,
  telling: 0.99,
  warmMilliseconds: 50,
  coldKilobytes: [
    { articles: 100, kilobytes: 200 },
    { articles: 1000, kilobytes: 300 },
  ],
};

const articles = readArticles(articleCount);
const phrases = drawQueries(articles, queryCount);
const truth = truthOf(articles, phrases);
const items = drawKnownItems(articles, knownItems);
const standing = truthOf(
  articles,
  items.map(({ fragment }) => fragment),
);
/** A formula that stands in many articles brings no particular one to the top, whoever ranks. */
const isTelling = (fragment: string) => (standing.get(fragment)?.size ?? 0) <= 3;
const tellingItems = items.filter(({ fragment }) => isTelling(fragment)).length;
console.log(`${articles.length} articles, ${phrases.length} phrases of 2 to 6 characters`);

interface Measured {
  engine: string;
  recall: number;
  precision: number;
  firstHolds: number;
  /** Remembered sentences whose article is among the first three hits; and those of them that stand in three articles at most. */
  known: number;
  telling: number;
  cold: number[];
  times: number[];
}

const measured: Measured[] = [];
for (const make of [casebookSearch, pagefindWithPairs, stockPagefind, miniSearch, flexSearch, orama]) {
  const engine = await make(articles);
  measured.push(await measure(engine));
  console.log(`${engine.name}: done`);
  await engine.close();
}
console.table(measured.map(asRow));
const [own] = measured;
const exceeded = own ? exceededBy(own) : [];
console.log(exceeded.length === 0 ? 'Casebook keeps its limits.' : `Casebook exceeds its limits: ${exceeded.join('; ')}`);
process.exitCode = exceeded.length === 0 ? 0 : 1;

async function measure(engine: BenchEngine): Promise<Measured> {
  const recalls: number[] = [];
  const precisions: number[] = [];
  const times: number[] = [];
  let firstHolds = 0;
  for (const phrase of phrases) {
    const right = truth.get(phrase) ?? new Set();
    const { ids, milliseconds } = await engine.search(phrase);
    const found = ids.filter((id) => right.has(id)).length;
    recalls.push(found / right.size);
    precisions.push(ids.length > 0 ? found / ids.length : 1);
    times.push(milliseconds);
    if (ids[0] !== undefined && right.has(ids[0])) firstHolds += 1;
  }
  let [known, telling] = [0, 0];
  for (const { fragment, article } of items) {
    const ids = await engine.firstIds(fragment);
    if (!ids.slice(0, 3).includes(article)) continue;
    known += 1;
    if (isTelling(fragment)) telling += 1;
  }
  const cold = await engine.coldKilobytes(phrases.slice(0, coldSearches));
  return {
    engine: engine.name,
    recall: mean(recalls),
    precision: mean(precisions),
    firstHolds,
    known,
    telling,
    cold,
    times,
  };
}

function asRow({ engine, recall, precision, firstHolds, known, telling, cold, times }: Measured): Record<string, string> {
  return {
    engine,
    recall: percent(recall),
    precision: percent(precision),
    'first hit right': `${firstHolds}/${phrases.length}`,
    'known in top 3': `${known}/${items.length}`,
    'of telling ones': `${telling}/${tellingItems}`,
    'cold KB p50': at(cold, 0.5).toFixed(0),
    'cold KB max': at(cold, 1).toFixed(0),
    'warm ms p50': at(times, 0.5).toFixed(1),
    'warm ms p95': at(times, 0.95).toFixed(1),
  };
}

function exceededBy({ recall, precision, telling, cold, times }: Measured): string[] {
  const { kilobytes = Number.POSITIVE_INFINITY } = limits.coldKilobytes.find((limit) => articles.length <= limit.articles) ?? {};
  const kept: [what: string, isKept: boolean][] = [
    [`recall and precision ${percent(limits.share)}`, recall >= limits.share && precision >= limits.share],
    [`telling ones known in top 3 ${percent(limits.telling)}`, telling >= limits.telling * tellingItems],
    [`cold ${kilobytes} KB`, at(cold, 1) <= kilobytes],
    [`warm p95 ${limits.warmMilliseconds} ms`, at(times, 0.95) < limits.warmMilliseconds],
  ];
  return kept.flatMap(([what, isKept]) => (isKept ? [] : [what]));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** The number below which this share of the numbers lies. */
function at(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
