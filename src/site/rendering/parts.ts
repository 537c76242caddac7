/**
 * Large parts of a page go past Astro: the page has a mark where each stands, and the thread that finishes the page puts it there.
 * Astro would turn it into bytes, copy them four times and have the thread turn them back.
 */
/** A request for a page by somebody who takes its large parts. */
interface PartTaker {
  /** Gives the mark that stands in the page instead. */
  takePart(text: string): string;
}

/** For `set:html` or a whole response: the part itself, or its mark where the request takes parts. In `npm run dev` nobody takes any. */
export function part(request: Request & Partial<PartTaker>, { text }: { text: string }): string {
  return request.takePart?.(text) ?? text;
}

/** The same request, which adds the parts of its page to the list. */
export function takingParts(request: Request, parts: string[]): Request & PartTaker {
  return Object.assign(request, { takePart: (text: string) => markOf(parts.push(text) - 1) });
}

/** The page whole. Throws where a mark stands in it that is of none of the parts, or twice, or not at all. */
export function withParts(page: string, parts: readonly string[]): string {
  if (parts.length === 0) return page;
  const left = new Map(parts.entries());
  const [before = '', ...stretches] = page.split(start);
  let whole = before;
  for (const stretch of stretches) {
    const number = Number.parseInt(stretch, 10);
    const text = left.get(number);
    if (text === undefined) throw new Error(`A page has no part ${number}, or has it twice.`);
    left.delete(number);
    whole += text + stretch.slice(stretch.indexOf(end) + end.length);
  }
  if (left.size > 0) throw new Error(`Parts without a place in their page: ${[...left.keys()].join(', ')}.`);
  return whole;
}

/** Texts are escaped: none of them looks so. */
const [start, end] = ['<!--casebook part ', '-->'];

function markOf(number: number): string {
  return `${start}${number}${end}`;
}
