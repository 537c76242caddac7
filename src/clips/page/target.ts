/** What a reader points at: a passage, or a figure in it. */
export interface Target {
  /** Id of the case. */
  entry: string;
  block: string;
  figure: string | undefined;
  /** The practice under which the page shows it. */
  under: string | undefined;
  /** What is read out after 摘入: `第11段`, `第11段的数据“42个”`. */
  name: string;
}

export function targetId({ entry, block, figure }: Target): string {
  return `${entry}#${figure ?? block}`;
}

const passage = /(?:cases\/([a-z0-9-]+)\.html)?#([a-z][0-9a-f]{6}(?:-\d+)?)$/;

/**
 * Read from an element with `data-clip`: the link to its passage says which case and block, the attribute's value is the
 * number of a figure in it. Undefined where no link leads to a passage.
 */
export function targetOf(holder: HTMLElement): Target | undefined {
  const [, named, block] = passage.exec(linkOf(holder)?.getAttribute('href') ?? '') ?? [];
  const entry = named ?? holder.closest<HTMLElement>('article[data-case]')?.dataset.case;
  if (!entry || !block) return undefined;
  const { clip } = holder.dataset;
  return {
    entry,
    block,
    figure: clip ? `${block}-${clip}` : undefined,
    under: holder.closest<HTMLElement>('[data-practice]')?.dataset.practice || undefined,
    name: nameOf(holder),
  };
}

/** As in a target: before the passage the title of its case, where many cases stand on a page. */
export function nameOf(holder: HTMLElement): string {
  const title = firstWords(holder.closest('.quote, .hit'), 'a');
  const words = holder.dataset.clip ? firstWords(holder, 'mark') : '';
  return `${title && `《${title}》`}${linkOf(holder)?.textContent}${words && `的数据“${words}”`}`;
}

function firstWords(within: Element | null, selector: string): string {
  return within?.querySelector(selector)?.textContent?.trim() ?? '';
}

/** On a case's page that of the passage which it stands beside, else the one that it holds, or that stands in the same item. */
function linkOf(holder: HTMLElement): HTMLAnchorElement | undefined {
  const beside = holder.closest('.passage')?.querySelectorAll<HTMLAnchorElement>('.passage-foot > a');
  const inItem = holder.closest('li')?.querySelectorAll<HTMLAnchorElement>('.passage-link');
  return [...(beside ?? holder.querySelectorAll('a')), ...(inItem ?? [])].find(({ href }) => passage.test(href));
}
