/** The name behind a number: 42个联村党组织. */
import { closeBracket, type HeadKind, heads, quotedEnd, shortestHead, splitList, veil } from './name-heads.ts';
import { leadingAdverbs, measureNames, nameStops } from './subject-words.ts';
import type { Measure } from './units.ts';

export interface NameBehind {
  name: string;
  /** Offset behind the name. */
  end: number;
}

const stop = new RegExp(`(?:${nameStops})`, 'u');
const adverb = new RegExp(`^(?:${leadingAdverbs})+`, 'u');
const measureTail = new RegExp(`(?:综合|集体|经济|经营性|可支配|年|总|人均|户均)*(?:${measureNames})$`, 'u');
/** A body of the place: 行政村党支部. */
const territoryBody =
  /^(?:党组织|党支部|党总支|党委|村委会|居委会|网格|党群服务中心|便民服务中心|便民服务站|卫生室|活动场所|文化广场|农家书屋)/u;
const longestName = 40;
const longestPlainName = 16;
/** What these measure is never named behind the number. */
const namedBefore = new Set<Measure>(['points', 'times', 'years', 'span', 'score', 'share', 'rank']);

/** The name behind a number, in text from the unit to the next number or the clause's end. */
export function nameBehind(rest: string, measure: Measure, beforeMeasure: boolean): NameBehind | undefined {
  if (namedBefore.has(measure)) return undefined;
  const lead = /^(?:的|（[^）]{0,4}）)?/u.exec(rest)?.[0].length ?? 0;
  const veiled = veil(rest.slice(lead));
  const raw = rest.slice(lead, lead + rawLength(veiled));
  const name = beforeMeasure ? nameWithoutMeasure(raw, measure) : trimName(raw, measure) || describedName(rest, measure);
  const end = lead + rest.slice(lead).indexOf(name) + name.length;
  return name && !/^[\d、和与及]/u.test(name) ? { name, end } : undefined;
}

/** 45名政治素质过硬、经验丰富的退休干部: the name stands behind the last 的. */
function describedName(rest: string, measure: Measure): string {
  if (measure !== 'people') return '';
  const [, raw = ''] = /^[^，。；]*、[^，。；]*的([^的，。；]+)/u.exec(veil(rest)) ?? [];
  return raw ? trimName(raw.slice(0, rawLength(raw)), measure) : '';
}

/** 245个社区群众服务满意度达90%: the number counts 社区, the measure belongs to the next one. */
function nameWithoutMeasure(raw: string, measure: Measure): string {
  if (measure === 'people' || measure === 'households') return trimName(raw, measure);
  const rest = raw.replace(measureTail, '').replace(adverb, '');
  return shortestHead(raw, heads.territory) || (measure === 'extent' ? rest : '');
}

/** Letters up to punctuation or the first verb outside quotations. */
function rawLength(veiled: string): number {
  const body = /^(?![”’）)])[\p{Script=Han}\dA-Za-z+·、“”‘’《》（）()〈〉□-]*/u.exec(veiled)?.[0] ?? '';
  const match = stop.exec(body);
  if (!match) return body.length;
  return body.charAt(match.index - 1) === '、' ? match.index - 1 : match.index;
}

const kindOf = (measure: Measure): HeadKind =>
  measure === 'people' || measure === 'households' ? 'people' : measure === 'money' ? 'money' : 'things';

/** The part of the words that names what is counted: up to its last head noun, with an enumeration of such names before it. */
function trimName(raw: string, measure: Measure): string {
  const kind = kindOf(measure);
  const [, possessor = ''] = /^([^的、]+)的/u.exec(veil(raw)) ?? [];
  if (possessor && heads[kind].test(possessor)) return possessor;
  const list = leadingList(splitList(raw.replace(/[、和与及或]+$/u, '')), kind);
  const tail = list.at(-1) ?? '';
  const before = list.slice(0, -1).join('');
  const trimmed = trimToHead(tail, kind);
  if (trimmed) return before + trimmed;
  if (kind === 'people') return trimToHead(raw, kind);
  const plain = veil(tail).includes('□') ? tail : tail.replace(/[的地得]$/u, '');
  return kind === 'things' && plain.length <= longestPlainName ? before + plain : '';
}

/** 大学生、退役军人、干部: members while each is a name of the kind; the last one without its mark. */
function leadingList(parts: readonly string[], kind: HeadKind): string[] {
  const isWhole = (part: string): boolean => heads[kind].test(part.replace(/、$/u, '')) || quotedEnd.test(part.replace(/、$/u, ''));
  const stopAt = parts.findIndex((part, i) => !isWhole(part) || parts.slice(0, i + 1).join('').length > longestName);
  const kept = stopAt < 0 ? parts : parts.slice(0, Math.max(stopAt, 1));
  return kept.map((part, i) => (i === kept.length - 1 ? part.replace(/、$/u, '') : part));
}

/** Cut behind the last head noun; behind the first place word where what follows it is no name of its own. */
function trimToHead(name: string, kind: HeadKind): string {
  const veiled = veil(name);
  if (heads[kind].test(veiled) || (quotedEnd.test(name) && kind !== 'people') || /^“[^”]*”$/u.test(name)) return name;
  if (kind === 'things') {
    const territory = shortestHead(name, heads.territory);
    if (territory) return territory + (territoryBody.exec(name.slice(territory.length))?.[0] ?? '');
  }
  const inner = kind === 'things' ? 'bare' : kind;
  for (let length = veiled.length - 1; length > 1; length--) {
    if (heads[inner].test(veiled.slice(0, length)) && veiled.charAt(length - 1) !== '□') return closeBracket(name, length);
  }
  return '';
}
