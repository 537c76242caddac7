/** Why passages show practices, for the editors who write the signals. Pure: a reading of the site in, plain data out. */
import type { PassageTag } from '../article/article.ts';
import type { Practice, Signal } from '../article/knowledge.ts';
import { discounts, sentenceAround } from '../article/practices/discounts.ts';
import { type FoldedText, foldText, printedWords } from '../article/practices/fold.ts';
import { type CompiledPractices, type CompiledSignal, compilePractices, type Firing, findFirings } from '../article/practices/signals.ts';
import type { Block } from '../article/schema.ts';
import type { CaseTagging, SiteReading } from './intake.ts';

/** A signal whose words stand in a passage. */
export interface FiredSignal {
  /** As printed there. */
  words: string;
  /** What the signal says it is worth. */
  weight: number;
  /** Why it counts less here, or not at all; empty where it counts in full. */
  reasons: string[];
}

export interface ReportedPassage {
  case: string;
  title: string;
  block: string;
  /** Number that readers see: 第11段. */
  n?: number;
  opening: string;
  /** The words that decided, as they stand in the passage. */
  words: string[];
  /** 1 or more shows the practice. */
  score: number;
  /** What a near miss lacks. */
  missing?: number;
  signals: FiredSignal[];
  /** What headings and the article as a whole add, or discounts take: the score without the weights of the signals. */
  context: number;
}

export interface SilentSignal {
  /** `signals[3]` */
  field: string;
  /** Its phrase or pattern. */
  words: string;
}

export interface PracticeReport {
  id: string;
  name: string;
  /** Cases by id, passages in reading order. */
  passages: ReportedPassage[];
  nearMisses: ReportedPassage[];
  /** How many signals it has. */
  signals: number;
  /** Signals whose words stand in no published case. */
  silent: SilentSignal[];
  /** Practices that show in exactly the same passages, three at least. */
  twins: { id: string; name: string; passages: number }[];
}

const namedSignals = 3;
const longestName = 20;

const plainWords = /^[\p{Script=Han}、]+$/u;

/** A few silent signals in a line, plain words before patterns: `跨村联带、多村捆绑等`. */
export function silentWords(silent: readonly SilentSignal[]): string {
  const plainFirst = [...silent.filter(({ words }) => plainWords.test(words)), ...silent.filter(({ words }) => !plainWords.test(words))];
  const names = plainFirst
    .slice(0, namedSignals)
    .map(({ words }) => (words.length > longestName ? `${words.slice(0, longestName)}……` : words));
  return `${names.join('、')}${silent.length > names.length ? '等' : ''}`;
}

type Reading = Pick<SiteReading, 'practices' | 'taggings'>;

const openingLength = 24;
const fewestTwinPassages = 3;

/** One report for each practice, in the taxonomy's order. */
export function reportPractices({ practices, taggings }: Reading): PracticeReport[] {
  const compiled = compilePractices(practices);
  const fired = new Set<CompiledSignal>();
  const passages = new Map<string, ReportedPassage[]>();
  const nearMisses = new Map<string, ReportedPassage[]>();
  for (const tagging of taggings) {
    const firings = firingsOf(tagging, compiled);
    for (const { found } of firings.values()) for (const { signal } of found) fired.add(signal);
    collect(passages, tagging, tagging.tags, firings);
    collect(nearMisses, tagging, tagging.nearMisses, firings);
  }
  const twins = twinsOf(practices, passages);
  return practices.map((practice) => ({
    id: practice.id,
    name: practice.name,
    passages: passages.get(practice.id) ?? [],
    nearMisses: nearMisses.get(practice.id) ?? [],
    signals: practice.signals.length,
    silent: silentSignals(practice, compiled, fired),
    twins: twins.get(practice.id) ?? [],
  }));
}

/** What fires in each block of a case, by the block's id; captions and pictures show no practice. */
type BlockFirings = Map<string, { folded: FoldedText; found: Firing[] }>;

function firingsOf({ entry }: CaseTagging, compiled: CompiledPractices): BlockFirings {
  return new Map(
    entry.blocks
      .filter(({ kind }) => kind !== 'caption' && kind !== 'image')
      .map((block) => {
        const folded = foldText(block.text);
        return [block.id, { folded, found: findFirings(folded, compiled) }];
      }),
  );
}

function collect(into: Map<string, ReportedPassage[]>, tagging: CaseTagging, tags: readonly PassageTag[], firings: BlockFirings): void {
  const byBlock = Map.groupBy(tags, ({ block }) => block);
  for (const block of tagging.entry.blocks) {
    for (const tag of byBlock.get(block.id) ?? []) {
      const list = into.get(tag.practice) ?? [];
      list.push(reportedPassage(tagging, block, tag, firings));
      into.set(tag.practice, list);
    }
  }
}

function reportedPassage({ entry }: CaseTagging, block: Block, tag: PassageTag, firings: BlockFirings): ReportedPassage {
  const signals = firedSignals(tag.practice, firings.get(block.id));
  const weights = signals.reduce((sum, { weight }) => sum + weight, 0);
  return {
    case: entry.id,
    title: entry.title,
    block: block.id,
    ...(block.n === undefined ? {} : { n: block.n }),
    opening: block.text.slice(0, openingLength),
    words: tag.words,
    score: tag.score,
    ...(tag.score < 1 ? { missing: rounded(1 - tag.score) } : {}),
    signals,
    context: rounded(tag.score - weights),
  };
}

/** Each signal of the practice once, where it counts most; in reading order. */
function firedSignals(practice: string, block: { folded: FoldedText; found: Firing[] } | undefined): FiredSignal[] {
  if (!block) return [];
  const own = block.found.filter(({ signal }) => signal.practice === practice).sort((a, b) => a.start - b.start || b.end - a.end);
  return [...Map.groupBy(own, ({ signal }) => signal)].map(([signal, firings]) => {
    const explained = firings.map((firing) => ({ firing, reasons: reasonsOf(firing, block.folded) }));
    const [best] = explained.sort((a, b) => a.reasons.length - b.reasons.length || a.firing.start - b.firing.start);
    const { start, end } = best?.firing ?? { start: 0, end: 0 };
    return { words: printedWords(block.folded, start, end), weight: signal.weight, reasons: best?.reasons ?? [] };
  });
}

function reasonsOf(firing: Firing, folded: FoldedText): string[] {
  const { unless, weight } = firing.signal;
  const sentence = sentenceAround(firing, folded);
  const excluded = unless.filter((words) => sentence.includes(words)).map((words) => `同句有“${words}”，不算`);
  if (excluded.length > 0 || weight < 0) return excluded;
  return discounts.filter(({ applies }) => applies(firing, folded)).map(({ reason }) => reason);
}

function silentSignals({ id, signals }: Practice, compiled: CompiledPractices, fired: ReadonlySet<CompiledSignal>): SilentSignal[] {
  const own = compiled.signals.filter(({ practice }) => practice === id);
  return signals.flatMap((signal, i) => {
    const ready = own[i];
    return ready && !fired.has(ready) ? [{ field: `signals[${i}]`, words: wordsOf(signal) }] : [];
  });
}

function wordsOf(signal: Signal): string {
  if (typeof signal === 'string') return signal;
  return signal.phrase ?? signal.pattern ?? (signal.together ?? []).map((words) => words.join('、')).join(' + ');
}

function twinsOf(practices: readonly Practice[], passages: ReadonlyMap<string, readonly ReportedPassage[]>) {
  const named = practices.flatMap(({ id, name }) => {
    const own = passages.get(id) ?? [];
    const key = own.map((passage) => `${passage.case}#${passage.block}`).join(' ');
    return own.length >= fewestTwinPassages ? [{ id, name, passages: own.length, key }] : [];
  });
  const alike = Map.groupBy(named, ({ key }) => key);
  return new Map(
    named.map(({ id, key }) => [id, (alike.get(key) ?? []).filter((other) => other.id !== id).map(({ key: _, ...other }) => other)]),
  );
}

const rounded = (score: number) => Math.round(score * 100) / 100;
