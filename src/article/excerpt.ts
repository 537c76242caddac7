/** An article cut to what may be quoted: its figures with their sentences, and a few short quotations. */
import type { Span } from './article.ts';
import { joinSpans } from './redaction.ts';
import type { Block, Case, Place } from './schema.ts';

/** Longest quotation without a figure, in characters, and how many an excerpt may have. */
const longestQuotation = 60;
const mostQuotations = 3;

/** What stands for words left out between two quoted ones. */
const gap = '……';

/** The case with only what its kept sentences say; `placeOf` gives the place of a code. */
export function excerptOf(whole: Case, placeOf: (code: string) => Place | undefined): Case {
  const kept = keptSpans(whole);
  const blocks = whole.blocks.flatMap((block) => cutBlock(block, kept.get(block.id) ?? []));
  const textOf = new Map(blocks.map((block) => [block.id, block.text]));
  const holds = (block: string, words: string) => textOf.get(block)?.includes(words) ?? false;
  const practices = whole.practices.map((practice) => ({ ...practice, passages: shownPassages(practice.passages, holds) }));
  return {
    ...whole,
    practices,
    methods: whole.methods.flatMap(({ consists: _, ...method }) => {
      const passages = method.passages.filter((block) => holds(block, method.name));
      return passages.length > 0 ? [{ ...method, passages }] : [];
    }),
    problems: whole.problems.filter(({ passage, text }) => holds(passage, text)),
    figures: whole.figures.filter(({ passage, quote }) => holds(passage, quote)),
    blocks: blocks.map((block) => ({
      ...block,
      practices: block.practices.filter((id) =>
        practices.some((each) => each.id === id && each.passages.some((at) => at.block === block.id)),
      ),
      places: block.places.filter((code) => speaksOf(block.text, placeOf(code))),
    })),
    corrections: whole.corrections.filter(({ block }) => whole.blocks.some(({ id, text }) => id === block && textOf.get(id) === text)),
  };
}

/** Passages that still hold words that decided. */
function shownPassages(
  passages: Case['practices'][number]['passages'],
  holds: (block: string, words: string) => boolean,
): Case['practices'][number]['passages'] {
  return passages.flatMap(({ block, words }) => {
    const left = words.filter((word) => holds(block, word));
    return left.length > 0 ? [{ block, words: left }] : [];
  });
}

/** Ranges of each block's text that are published, in order, by the block's id. */
function keptSpans(whole: Case): Map<string, Span[]> {
  const kept = new Map<string, Span[]>();
  for (const block of whole.blocks) {
    const sentences = spansOf(block.text, sentence);
    const spans = whole.figures
      .filter(({ passage }) => passage === block.id)
      .flatMap(({ quote }) => sentencesOf(block.text, sentences, quote));
    if (spans.length > 0) kept.set(block.id, spans);
  }
  for (const { block, span } of quotations(whole, kept)) kept.set(block, [...(kept.get(block) ?? []), span]);
  return kept;
}

/** Sentences of a paragraph, items of a list, rows of a table. */
const sentence = /[^。！？；\n]+[。！？；]*[”’」』）]*/gu;
const clause = /[^。！？；，：、\n]+(?:、[^。！？；，：、\n]+)*[。！？；，：]?[”’」』）]*/gu;

/** The sentences over which the words extend. */
function sentencesOf(text: string, sentences: readonly Span[], words: string): Span[] {
  const at = text.indexOf(words);
  return at < 0 ? [] : sentences.filter(([start, end]) => start < at + words.length && at < end);
}

/** One quotation for each main practice that no kept sentence shows, in the order of the case's practices. */
function quotations(whole: Case, kept: ReadonlyMap<string, readonly Span[]>): { block: string; span: Span }[] {
  const textOf = new Map(whole.blocks.map(({ id, text }) => [id, text]));
  const found: { block: string; span: Span }[] = [];
  const isKept = (block: string, at: number, length: number) =>
    [...(kept.get(block) ?? []), ...found.filter((each) => each.block === block).map(({ span }) => span)].some(
      ([start, end]) => start <= at && at + length <= end,
    );
  for (const { primary, passages } of whole.practices) {
    const places = passages.flatMap(({ block, words }) =>
      words.map((word) => ({ block, text: textOf.get(block) ?? '', at: (textOf.get(block) ?? '').indexOf(word), length: word.length })),
    );
    const shown = places.filter(({ at }) => at >= 0);
    if (!primary || shown.some(({ block, at, length }) => isKept(block, at, length))) continue;
    const [quotation] = shown.flatMap(({ block, text, at, length }) => {
      const span = shortSpan(text, at, at + length);
      return span ? [{ block, span }] : [];
    });
    if (quotation) found.push(quotation);
    if (found.length === mostQuotations) break;
  }
  return found;
}

/** The sentence around the words; of a long one the clause and as many after it as are short together; undefined where that is long too. */
function shortSpan(text: string, start: number, end: number): Span | undefined {
  const isShort = ([from, to]: Span) => to - from <= longestQuotation;
  const around = (spans: Span[]) => spans.find(([from, to]) => from <= start && end <= to);
  const whole = around(spansOf(text, sentence));
  if (!whole || isShort(whole)) return whole;
  const clauses = spansOf(text, clause).filter(([from, to]) => whole[0] <= from && to <= whole[1]);
  const own = around(clauses);
  if (!own) return undefined;
  return clauses.map(([, to]): Span => [own[0], to]).findLast((span) => span[1] >= own[1] && isShort(span));
}

function spansOf(text: string, unit: RegExp): Span[] {
  return [...text.matchAll(unit)].map((match): Span => [match.index, match.index + match[0].length]);
}

/** The block with its kept ranges alone. A table loses its form with its rows; each row left is a line of its own. */
function cutBlock(block: Block, spans: readonly Span[]): Block[] {
  if (spans.length === 0) return [];
  const { rows: _, ...rest } = block;
  const kind = block.kind === 'table' ? 'list' : block.kind;
  let text = '';
  let position = 0;
  for (const [start, end] of joinSpans(spans)) {
    const between = block.text.slice(position, start);
    if (kind === 'list') text += text === '' ? '' : '\n';
    else if (between.trim() !== '') text += gap;
    text += block.text.slice(start, end).trim();
    position = end;
  }
  if (kind !== 'list' && block.text.slice(position).trim() !== '') text += gap;
  return [{ ...rest, kind, text }];
}

/** Whether a text names the place, in full or without its last character: 罗田县, 罗田. */
function speaksOf(text: string, place: Place | undefined): boolean {
  if (!place) return false;
  return text.includes(place.name) || (place.name.length > 2 && text.includes(place.name.slice(0, -1)));
}
