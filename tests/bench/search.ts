/**
 * Compares the search with others over the same articles. `npm run bench:search -- <articles> <queries>`;
 * `CASEBOOK_CORPUS` names a file of real text, without it the few articles in seeds/ serve.
 * In the browser: Casebook, which stands on Pagefind, and Pagefind alone, with the first ten hits; in memory and in Node: the others.
 */
import { drawQueries, readArticles, truthOf } from './search-articles.ts';
import { type BenchEngine, flexSearch, miniSearch, orama } from './search-engines.ts';
import { casebookSearch, pagefindWithPairs, stockPagefind } from './search-in-browser.ts';

const [articleCount = 1000, queryCount = 200] = process.argv.slice(2).map(Number);
/** First searches that are made anew in a fresh browser to count bytes. */
const coldSearches = 20;

const articles = readArticles(articleCount);
const phrases = drawQueries(articles, queryCount);
const truth = truthOf(articles, phrases);
console.log(`${articles.length} articles, ${phrases.length} phrases of 2 to 6 characters`);

const rows: Record<string, string>[] = [];
for (const make of [casebookSearch, pagefindWithPairs, stockPagefind, miniSearch, flexSearch, orama]) {
  const engine = await make(articles);
  rows.push(await measure(engine));
  console.log(`${engine.name}: done`);
  await engine.close();
}
console.table(rows);

async function measure(engine: BenchEngine): Promise<Record<string, string>> {
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
  const cold = await engine.coldKilobytes(phrases.slice(0, coldSearches));
  return {
    engine: engine.name,
    recall: percent(mean(recalls)),
    precision: percent(mean(precisions)),
    'first hit right': `${firstHolds}/${phrases.length}`,
    'cold KB p50': at(cold, 0.5).toFixed(0),
    'cold KB max': at(cold, 1).toFixed(0),
    'warm ms p50': at(times, 0.5).toFixed(1),
    'warm ms p95': at(times, 0.95).toFixed(1),
  };
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
