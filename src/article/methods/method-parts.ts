/** What a named method consists of, as far as the text around its name says so. */
import type { MethodMention } from './method-names.ts';
import { findQuotations } from './quotations.ts';

const numerals = new Map([...'二三四五六七八九十'].map((mark, index) => [mark, index + 2]));
numerals.set('两', 2).set('双', 2);

interface Count {
  parts: number;
  /** The word that is counted, first character: 员 in 四员, 事 in 五事. */
  unit: string;
}

/** The number that a name carries: 5 of 五事, 4 of 一线四员; none where it carries several (四联四促, 一领双树). */
export function countOf(core: string): Count | undefined {
  const marks = [...core.matchAll(/[二三四五六七八九十两双]|一(?![线体站起心同])/gu)];
  const [mark] = marks;
  const parts = mark && numerals.get(mark[0]);
  if (!mark || !parts || marks.length > 1 || core.includes('、')) return undefined;
  return { parts, unit: core.charAt(mark.index + 1) };
}

/** One way to say what a method consists of; gives candidates of which the first whose count fits is taken. */
interface PartsRule {
  reason: string;
  /** Whether the parts may be believed where the name carries no number to check them by. */
  certain: boolean;
  find(before: string, after: string, count: Count | undefined): string[] | undefined;
}

const rules: readonly PartsRule[] = [
  {
    reason: '“甲—乙—丙”的……“四步走”',
    certain: true,
    find: (before) => /[“‘]([^“”‘’]+[—→－-][^“”‘’]+)[”’]的?\p{Script=Han}{0,8}$/u.exec(before)?.[1]?.split(/[—→－-]+/u),
  },
  {
    reason: '以“甲、乙、丙”为主要内容的……',
    certain: true,
    find: (before) => {
      const frame = /为(?:主要|核心)?(?:内容|核心|载体|抓手|主体)的$/u.exec(before);
      const quotation = frame && findQuotations(before).findLast(({ end }) => end === frame.index);
      return quotation ? quotation.inner.split('、') : undefined;
    },
  },
  {
    reason: '融甲、乙、丙于一体的……',
    certain: true,
    find: (before) => /[融集]([^，。；“”]+)(?:于|为)一体的$/u.exec(before)?.[1]?.split(/[、和]/u),
  },
  { reason: '甲、乙、丙“三大工程”', certain: false, find: (before, _after, count) => listBefore(before, count) },
  {
    reason: '……机制，即甲、乙、丙',
    certain: true,
    find: (_before, after) => /^[，：—]*(?:即|也就是|分别是|包括|包含|就是)[：“]?([^。；：”]+)/u.exec(after)?.[1]?.split('、'),
  },
  { reason: '……工作法（甲、乙、丙）', certain: true, find: (_before, after) => /^[（(]([^（）()。]+)[）)]/u.exec(after)?.[1]?.split('、') },
  { reason: '……机制：建立甲制度，……；建立乙制度，……', certain: false, find: (_before, after) => clausesAfter(after) },
  { reason: '……机制：甲、乙、丙', certain: false, find: (_before, after) => /^(?:：|——)([^。；：]+)/u.exec(after)?.[1]?.split(/[、，]/u) },
  {
    reason: '“四员”工作法，履行好宣传员、教导员、监督员、服务员职责',
    certain: false,
    find: (_before, after, count) => countedAfter(after, count),
  },
];

export function partsOf(text: string, mention: MethodMention): string[] | undefined {
  const count = countOf(mention.core);
  const sentence = Math.max(...['。', '！', '？', '；'].map((mark) => text.lastIndexOf(mark, mention.start - 1))) + 1;
  // A list of parts fits into these; the limits keep a text without full stops cheap.
  const before = text.slice(Math.max(sentence, mention.start - 200), mention.start);
  const after = text.slice(mention.end, mention.end + 600);
  for (const rule of rules) {
    const parts = rule.find(before, after, count)?.map(trimPart);
    if (parts && areParts(parts, count?.parts, rule.certain)) return parts;
  }
  return undefined;
}

const introducing = /^.*(?:创新|探索|推行|实施|开展|推进|深化|建立|健全|完善|落实|打造|构建|实行|采取|推动|通过|形成)(?:了|以)?/u;

function trimPart(part: string): string {
  return part.trim().replace(/^[“‘（(]+|[”’）)]+$|等$/gu, '');
}

function areParts(parts: string[], wanted: number | undefined, certain: boolean): boolean {
  if (parts.length < 2 || parts.some((part) => part.length < 2 || part.length > 14 || /[，。；：“”]/u.test(part))) return false;
  return wanted === undefined ? certain : parts.length === wanted;
}

/** The list that runs straight into the name, with or without 的: 支部强基、头雁领航、……“五大工程”. */
function listBefore(before: string, count: Count | undefined): string[] | undefined {
  const list = /(?:^|[，：”])([^，：“”]+、[^，：“”]+?)的?$/u.exec(before)?.[1];
  if (!list || !count) return undefined;
  const [first = '', ...others] = list.split('、');
  if (others.some((part) => /等|\d|(?:贯彻|推进|实施|开展|推行|落实)$/u.test(part))) return undefined;
  const unit = others.every((part) => part.startsWith(count.unit)) ? first.lastIndexOf(count.unit) : -1;
  return [unit >= 0 ? first.slice(unit) : first.replace(introducing, ''), ...others];
}

/** Clauses after a colon that each open with the part and go on to explain it. */
function clausesAfter(after: string): string[] | undefined {
  const clauses = /^：([^。]+；[^。]+)/u.exec(after)?.[1]?.split('；');
  return clauses?.map((clause) => (clause.split('，')[0] ?? '').replace(/^(?:建立|健全|完善|实行|推行|实施|落实|坚持)+/u, ''));
}

/** A list within the same sentence whose every part holds the counted word at the same end. */
function countedAfter(after: string, count: Count | undefined): string[] | undefined {
  if (!count) return undefined;
  const unit = count.unit;
  const sentence = after.split(/[。；]/u)[0] ?? '';
  if (!/^\p{Script=Han}$/u.test(unit)) return undefined;
  const endsIn = new RegExp(`\\p{Script=Han}{1,5}${unit}(?:、\\p{Script=Han}{1,5}${unit})+`, 'u').exec(sentence)?.[0].split('、');
  if (endsIn) return [(endsIn[0] ?? '').replace(/^(?:履行好?|当好|争当|做好|担当|落实)/u, ''), ...endsIn.slice(1)];
  return new RegExp(`${unit}\\p{Script=Han}{1,7}(?:、${unit}\\p{Script=Han}{1,7})+`, 'u').exec(sentence)?.[0].split('、');
}
