import { readdirSync, readFileSync } from 'node:fs';
import type { Case } from '../../src/article/schema.ts';
import { block, entry } from '../library/hand-made.ts';
import { type CorpusItem, readCorpus } from './corpus.ts';
import { steady } from './steady.ts';

/** One article of about 4,000 characters. */
export interface BenchArticle {
  id: string;
  title: string;
  passages: string[];
}

/** Characters of one article. */
const articleLength = 4000;

/** Articles from the corpus, else from seeds/. */
export function readArticles(limit: number): BenchArticle[] {
  const items = readCorpus();
  return (items ? joinItems(items) : readSeeds()).slice(0, limit);
}

/** Phrases of two to six Han characters that stand in an article; the same ones in every run. */
export function drawQueries(articles: readonly BenchArticle[], count: number): string[] {
  const random = steady(20_240_101);
  const queries = new Set<string>();
  while (queries.size < count) {
    const article = articles[Math.floor(random() * articles.length)];
    const runs = article?.passages[Math.floor(random() * article.passages.length)]?.match(/\p{Script=Han}{6,}/gu) ?? [];
    const run = runs[Math.floor(random() * runs.length)] ?? '';
    const length = 2 + Math.floor(random() * 5);
    const start = Math.floor(random() * Math.max(1, run.length - length));
    if (run) queries.add(run.slice(start, start + length));
  }
  return [...queries];
}

/** A piece of a sentence that a reader remembers, and the article that it is from. */
export interface KnownItem {
  fragment: string;
  article: string;
}

/** Six to ten characters of passages, signs and all, that begin and end with a Han character; the same ones in every run. */
export function drawKnownItems(articles: readonly BenchArticle[], count: number): KnownItem[] {
  const random = steady(20_240_202);
  const items: KnownItem[] = [];
  while (items.length < count) {
    const article = articles[Math.floor(random() * articles.length)];
    const passage = article?.passages[Math.floor(random() * article.passages.length)] ?? '';
    const start = Math.floor(random() * passage.length);
    const fragment = passage.slice(start, start + 6 + Math.floor(random() * 5));
    if (article && /^\p{Script=Han}\S{4,}\p{Script=Han}$/u.test(fragment)) items.push({ fragment, article: article.id });
  }
  return items;
}

/** Ids of the articles with a passage that holds the phrase, signs and blanks aside. */
export function truthOf(articles: readonly BenchArticle[], phrases: readonly string[]): Map<string, Set<string>> {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
  const texts = articles.map(({ id, title, passages }) => ({ id, texts: [title, ...passages].map(plain) }));
  return new Map(
    phrases.map((phrase) => [
      phrase,
      new Set(texts.filter((each) => each.texts.some((text) => text.includes(plain(phrase)))).map(({ id }) => id)),
    ]),
  );
}

/** As the build sees it. */
export function asCase({ id, title, passages }: BenchArticle): Case {
  const blocks = passages.map((text, i) => block(`p${i.toString(16).padStart(6, '0')}`, text, { n: i + 1 }));
  return entry(id, { title, blocks });
}

/** Short items one after another until an article is long enough. */
function joinItems(items: readonly CorpusItem[]): BenchArticle[] {
  const articles: BenchArticle[] = [];
  let open: BenchArticle | undefined;
  let length = 0;
  for (const { title, text } of items) {
    open ??= { id: `a${String(articles.length).padStart(5, '0')}`, title, passages: [] };
    const passages = text.split('\n').filter((passage) => passage.trim() !== '');
    open.passages.push(...passages);
    length += passages.reduce((sum, passage) => sum + passage.length, 0);
    if (length < articleLength) continue;
    articles.push(open);
    open = undefined;
    length = 0;
  }
  return articles;
}

function readSeeds(): BenchArticle[] {
  const folder = new URL('../../seeds/', import.meta.url);
  return readdirSync(folder)
    .sort()
    .map((file, i) => {
      const [title = '', ...passages] = readFileSync(new URL(file, folder), 'utf8')
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '');
      return { id: `seed-${i}`, title, passages };
    });
}
