import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { BenchArticle } from './search-articles.ts';

/** An engine with its index, ready to be asked. */
export interface BenchEngine {
  name: string;
  /** Ids of what it lists, in order, and the milliseconds that it took. */
  search(phrase: string): Promise<{ ids: string[]; milliseconds: number }>;
  /** Ids of the first hits, ten at least where there are so many. */
  firstIds(phrase: string): Promise<string[]>;
  /** Kilobytes over the wire until the first ten hits of a first search can be shown, for each phrase. */
  coldKilobytes(phrases: readonly string[]): Promise<number[]>;
  close(): Promise<void>;
}

const require = createRequire(import.meta.url);
const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
const words = (text: string) => [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
const whole = ({ title, passages }: BenchArticle) => [title, ...passages].join('\n');

/** MiniSearch: words by `Intl.Segmenter`, every word must be there. */
export async function miniSearch(articles: readonly BenchArticle[]): Promise<BenchEngine> {
  const { default: MiniSearch } = await import('minisearch');
  const index = new MiniSearch({ fields: ['text'], tokenize: words });
  index.addAll(articles.map((article) => ({ id: article.id, text: whole(article) })));
  return inMemory('MiniSearch 7', articles, ['minisearch'], JSON.stringify(index), (phrase) =>
    index.search(phrase, { combineWith: 'AND' }).map(({ id }) => String(id)),
  );
}

/** FlexSearch with its preset for Chinese, Japanese and Korean. */
export async function flexSearch(articles: readonly BenchArticle[]): Promise<BenchEngine> {
  const { Charset, Index } = await import('flexsearch');
  const index = new Index({ encoder: Charset.CJK, context: true });
  articles.forEach((article, i) => {
    index.add(i, whole(article));
  });
  const parts: string[] = [];
  index.export((_key: string, data: string) => {
    parts.push(data ?? '');
  });
  return inMemory('FlexSearch 0.8', articles, ['flexsearch'], parts.join(''), (phrase) =>
    index.search(phrase, { limit: articles.length }).map((id) => articles[Number(id)]?.id ?? ''),
  );
}

/** Orama with its tokenizer for Mandarin; every word must be there. */
export async function orama(articles: readonly BenchArticle[]): Promise<BenchEngine> {
  const { create, insertMultiple, save, search } = await import('@orama/orama');
  const { createTokenizer } = await import('@orama/tokenizers/mandarin');
  const index = create({ schema: { text: 'string' }, components: { tokenizer: createTokenizer() } });
  await insertMultiple(
    index,
    articles.map((article) => ({ id: article.id, text: whole(article) })),
  );
  return inMemory('Orama 3', articles, ['@orama/orama', '@orama/tokenizers/mandarin'], JSON.stringify(save(index)), async (phrase) => {
    const { hits } = await search(index, { term: phrase, threshold: 0, limit: articles.length });
    return hits.map(({ id }) => id);
  });
}

/** These load their whole index before the first search; what is counted is the index with gzip and the library's own file. */
function inMemory(
  name: string,
  articles: readonly BenchArticle[],
  libraries: readonly string[],
  index: string,
  search: (phrase: string) => string[] | Promise<string[]>,
): BenchEngine {
  const size = (bytes: string | Buffer) => gzipSync(bytes).length / 1024;
  const kilobytes = size(index) + libraries.reduce((sum, library) => sum + size(readFileSync(require.resolve(library))), 0);
  const texts = articles.slice(0, 10).reduce((sum, article) => sum + size(whole(article)), 0);
  return {
    name,
    async search(phrase) {
      const start = performance.now();
      const ids = await search(phrase);
      return { ids, milliseconds: performance.now() - start };
    },
    firstIds: async (phrase) => search(phrase),
    coldKilobytes: async (phrases) => phrases.map(() => kilobytes + texts),
    close: async () => undefined,
  };
}
