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
 * Read from an element with `data-clip`: the link to the passage that it holds, or on a case's page that of the passage it
 * stands beside, says which case and block; the attribute's value is the id of a figure. Undefined where there is no such link.
 */
export function targetOf(holder: HTMLElement): Target | undefined {
  const beside = holder.closest('.passage')?.querySelector<HTMLAnchorElement>('.passage-foot > a');
  for (const link of beside ? [beside] : holder.querySelectorAll('a')) {
    const [, named, block] = passage.exec(link.getAttribute('href') ?? '') ?? [];
    const here = holder.closest<HTMLElement>('article[data-case]')?.dataset.case;
    const entry = named ?? here;
    if (!entry || !block) continue;
    const figure = holder.dataset.clip || undefined;
    const titled = holder.parentElement?.classList.contains('quote') ? holder : holder.closest('.hit');
    const title = titled?.querySelector('a')?.textContent?.trim();
    const words = figure && holder.querySelector('mark')?.textContent;
    return {
      entry,
      block,
      figure,
      under: holder.closest<HTMLElement>('[data-practice]')?.dataset.practice || undefined,
      name: `${title ? `《${title}》` : ''}${link.textContent?.trim()}${words ? `的数据“${words}”` : ''}`,
    };
  }
  return undefined;
}
