/** Levels that a file of an editor's never needs; far below what exhausts the parser. */
const deepest = 50;

/** Line, from 1, on which YAML nests deeper than anything an editor writes; undefined where it never does. */
export function tooDeepLine(text: string): number | undefined {
  const indents: number[] = [];
  let brackets = 0;
  for (const [i, line] of text.split('\n').entries()) {
    const lead = /^(?:[ \t]|[-?:] )*/.exec(line)?.[0] ?? '';
    if (line.trim().length > 0) enterLevel(indents, lead.length);
    const inside = bracketsAfter(line, brackets);
    brackets = inside.open;
    const markers = lead.replace(/[ \t]/g, '').length;
    if (Math.max(indents.length, inside.most, markers) > deepest) return i + 1;
  }
  return undefined;
}

/** Leaves the levels that are not left of this one and enters it. */
function enterLevel(indents: number[], indent: number): void {
  while ((indents.at(-1) ?? -1) >= indent) indents.pop();
  indents.push(indent);
}

/** Brackets open at a line's end, and the most that were open on the way. Those in quotation marks count too. */
function bracketsAfter(line: string, before: number): { open: number; most: number } {
  let open = before;
  let most = before;
  for (const [mark] of line.matchAll(/[[\]{}]/g)) {
    open = mark === '[' || mark === '{' ? open + 1 : Math.max(0, open - 1);
    most = Math.max(most, open);
  }
  return { open, most };
}
