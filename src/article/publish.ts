/** What of a case may be published: the case as its rights allow, with redacted words gone from all of it. */
import { pinyinId } from './pinyin.ts';
import type { Block, Case } from './schema.ts';

/** Longest quotation of an excerpt, in characters, and how many it may have. */
const longestQuotation = 60;
const mostQuotations = 3;

/** The published form: `full` as read, `excerpt` with figures, their sentences and three short quotations, `link` with the entry alone. */
export function published(whole: Case, redact: readonly string[] = []): Case {
  return withoutTerms(cut(whole), redact);
}

function cut(whole: Case): Case {
  if (whole.rights.publish === 'full') return whole;
  if (whole.rights.publish === 'link')
    return { ...whole, practices: [], methods: [], problems: [], figures: [], blocks: [], corrections: [] };
  return excerpt(whole);
}

function excerpt(whole: Case): Case {
  const quoted = quotations(whole);
  const blocks = whole.blocks.flatMap((block): Block[] => {
    const text = figureSentences(whole, block) || quoted.get(block.id);
    return text ? [{ ...block, text, ...(block.rows ? { rows: [] } : {}) }] : [];
  });
  const textOf = new Map(blocks.map((block) => [block.id, block.text]));
  const holds = (block: string, words: string) => textOf.get(block)?.includes(words) ?? false;
  return {
    ...whole,
    blocks,
    practices: whole.practices.map((practice) => ({
      ...practice,
      passages: practice.passages
        .filter(({ block }) => textOf.has(block))
        .map(({ block, words }) => ({ block, words: words.filter((word) => holds(block, word)) })),
    })),
    methods: whole.methods.flatMap(({ consists: _, ...method }) => {
      const passages = method.passages.filter((block) => holds(block, method.name));
      return passages.length > 0 ? [{ ...method, passages }] : [];
    }),
    problems: whole.problems.filter(({ passage, text }) => holds(passage, text)),
    corrections: whole.corrections.filter(({ block }) => textOf.has(block)),
  };
}

function figureSentences({ figures }: Case, block: Block): string {
  const quotes = figures.filter(({ passage }) => passage === block.id).map(({ quote }) => quote);
  return sentences(block.text)
    .filter((sentence) => quotes.some((quote) => sentence.includes(quote)))
    .join('……');
}

/** Short sentences from passages without figures that show a main practice. */
function quotations(whole: Case): Map<string, string> {
  const main = new Set(whole.practices.filter(({ primary }) => primary).flatMap(({ passages }) => passages.map(({ block }) => block)));
  const candidates = whole.blocks
    .filter((block) => main.has(block.id) && figureSentences(whole, block) === '')
    .flatMap((block) => {
      const sentence = sentences(block.text).find(({ length }) => length <= longestQuotation);
      return sentence ? ([[block.id, sentence]] as const) : [];
    });
  return new Map(candidates.slice(0, mostQuotations));
}

function sentences(text: string): string[] {
  return text.match(/[^。！？；]+[。！？；]?[”’」』]?/gu) ?? [];
}

/** Fields that name or address a thing instead of quoting it. */
const addresses = new Set(['id', 'url', 'file', 'sha256', 'block', 'passage', 'code', 'kind', 'unit', 'status', 'bound']);

/** 某 for each of the terms, in every text of the case. Ids made from a name are made anew. */
function withoutTerms(whole: Case, terms: readonly string[]): Case {
  if (terms.length === 0) return whole;
  const longestFirst = [...terms].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const clean = (text: string) => longestFirst.reduce((left, term) => left.replaceAll(term, '某'), text);
  const redacted = mapTexts(whole, clean) as Case;
  return { ...redacted, methods: redacted.methods.map((method) => ({ ...method, id: pinyinId(method.name) })) };
}

function mapTexts(value: unknown, change: (text: string) => string, key = ''): unknown {
  if (typeof value === 'string') return addresses.has(key) ? value : change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change, key));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapTexts(item, change, name)]));
  return value;
}
