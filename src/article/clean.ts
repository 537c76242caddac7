import type { RemovedLine } from './article.ts';
import { furnitureItems, furnitureLines, rightsNotice } from './furniture.ts';
import { type Line, partOf, spanOf, splitLines } from './lines.ts';
import { restoreWidth } from './punctuation.ts';

export interface Cleaned {
  /** The lines that may be the article's, in order. */
  lines: Line[];
  removed: RemovedLine[];
  /** The source's own words about its rights. */
  notice?: string;
}

/** Takes page furniture off; nothing goes without its reason. */
export function clean(decoded: string): Cleaned {
  const cleaned: Cleaned = { lines: [], removed: [] };
  for (const line of splitLines(restoreWidth(decoded))) {
    const { kept, cut } = withoutEdges(line);
    cleaned.removed.push(...cut.map((part) => removedLine(decoded, part, '分隔符')));
    if (!kept) continue;
    const reason = furnitureReason(kept.text);
    if (!reason) {
      cleaned.lines.push(kept);
      continue;
    }
    cleaned.removed.push(removedLine(decoded, kept, reason));
    if (reason === rightsNotice.reason) cleaned.notice = [cleaned.notice, kept.text].filter(Boolean).join('\n');
  }
  return cleaned;
}

/** What the source has there, before any change of width. */
export function removedLine(decoded: string, part: Pick<Line, 'start' | 'end'>, reason: string): RemovedLine {
  return { text: decoded.slice(part.start, part.end), reason, span: spanOf(part) };
}

/** A bar's separator left at a line's end: `责任编辑:林雯晶 我来说两句 |`. */
function withoutEdges(line: Line): { kept?: Line; cut: Line[] } {
  const bar = /\s*[|｜]+\s*$/u.exec(line.text);
  if (!bar) return { kept: line, cut: [] };
  const kept = partOf(line, 0, bar.index);
  const cut = [partOf(line, bar.index)];
  return kept.text === '' ? { cut } : { kept, cut };
}

/** Longest line that a rule for legal words may take: longer ones hold content. */
const longestNotice = 260;

function furnitureReason(text: string): string | undefined {
  const whole = [...furnitureItems, ...furnitureLines].find((rule) => rule.test.test(text) && !isContent(text, rule.reason));
  if (whole) return whole.reason;
  if (text.length <= longestNotice && rightsNotice.test.test(text) && !/(?:党支部|党组织|党建).{0,60}。/u.test(text))
    return rightsNotice.reason;
  return barReason(text);
}

/** `打印 | 收藏 | 发给好友 【字号 大 中 小】`: every item is furniture. */
function barReason(text: string): string | undefined {
  const items = text.match(/【[^】]*】|[^\s|｜·•/]+/gu) ?? [];
  if (items.length < 2 || text.length > 200) return undefined;
  const reasons = items.map((item) => furnitureItems.find((rule) => rule.test.test(item))?.reason);
  return reasons.every((reason) => reason !== undefined) ? reasons.find((reason) => reason !== '分隔符') : undefined;
}

/** A full sentence about the work itself is never furniture, whatever it looks like. Licence and hotline blocks have no such sentence. */
function isContent(text: string, reason: string): boolean {
  if (reason === '许可证') return /[。！？]/u.test(text) && !/许可证|备案/u.test(text.split(/[。！？]/u)[0] ?? '');
  const sentences = text.split(/(?<=[。！？])/u).filter((sentence) => /[。！？]$/u.test(sentence) && sentence.length >= 16);
  return sentences.some((sentence) => /党|村|群众|干部|工作|组织/u.test(sentence));
}
