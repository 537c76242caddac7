/** The title of a page that names it in no field of its own, where its main text begins below it. */
import { readCreditLine } from '../text/byline.ts';
import { isColumnName } from '../text/columns.ts';
import { furnitureReason } from '../text/furniture.ts';
import { splitLines } from '../text/lines.ts';
import { restoreWidth } from '../text/punctuation.ts';
import { isTitleLine } from '../text/title.ts';

/** A title stands within so many lines above the main text, its credits and buttons between. */
const nearMain = 8;
const shortestTitle = 8;

/** `first` is the first line of the main text. Undefined where that is no sentence: then it may be the title itself. */
export function titleAbove(lines: readonly string[], first: number): string | undefined {
  if (!/^.{30}.*[。！？]/u.test(lines[first] ?? '')) return undefined;
  return lines
    .slice(Math.max(0, first - nearMain), first)
    .findLast((line) => line.length >= shortestTitle && canBeTitle(restoreWidth(line)));
}

function canBeTitle(text: string): boolean {
  const [line] = splitLines(text);
  return line !== undefined && isTitleLine(text) && furnitureReason(text) === undefined && !isColumnName(text) && !readCreditLine(line);
}
