import { displayValue } from '../article/figures/quantities.ts';
import type { Case, Figure } from '../article/schema.ts';
import { otherNumbers, otherValues } from '../library/contradictions.ts';
import { blocksOf } from '../library/evidence.ts';
import { statusText } from '../library/figures.ts';
import type { Library } from '../library/library.ts';
import { figureFacts } from '../library/trust.ts';
import { html, type Markup } from './html.ts';
import { figureWordsBeside, ownTrust, trust } from './trust.ts';

/** A figure that unfolds what it rests on. */
export function figureTrust(library: Library, entry: Case, figure: Figure): Markup {
  return groundedFigure(library, entry, figure, trust);
}

/** The same on the case's own page. */
export function ownFigureTrust(library: Library, entry: Case, figure: Figure): Markup {
  return groundedFigure(library, entry, figure, ownTrust);
}

function groundedFigure(library: Library, entry: Case, figure: Figure, ground: typeof trust): Markup {
  const block = blocksOf(entry).get(figure.passage);
  if (!block) return figureText(figure);
  const claim = [figureText(figure), otherNumbersBeside(library, entry, figure)];
  return ground(claim, { entry, block, words: [figure.quote], facts: figureFacts(library, entry, figure), figure });
}

/** A figure in the margin of its own passage: set in less room, and in fewer bytes, for there are many. */
export function figureBeside(library: Library, entry: Case, figure: Figure): Markup {
  const { prefix, value, unit } = displayValue(figure);
  const text = html`${statusMark(figure)}<strong>${prefix}${value}${unit}</strong>${figure.scope}${figure.subject}`;
  const claim = [text, otherNumbersBeside(library, entry, figure)];
  return figureWordsBeside(claim, { entry, words: [figure.quote], figure, facts: figureFacts(library, entry, figure) });
}

function figureText(figure: Figure): Markup {
  const { prefix, value, unit } = displayValue(figure);
  return html`<span class="figure">${statusMark(figure)}<span class="nobr">${prefix}<strong>${value}</strong>${unit}</span><span class="figure-subject">${figure.scope}${figure.subject}</span></span>`;
}

function statusMark(figure: Figure): Markup | false {
  const status = statusText(figure.status);
  return status !== '' && html`<span class="figure-status">${status}</span>`;
}

/** Right beside a figure: another number that its sources give for the same. */
function otherNumbersBeside(library: Library, entry: Case, figure: Figure): Markup | false {
  const others = otherNumbers(otherValues(library, entry, figure));
  return others.length > 0 && html`<span class="figure-other">另写${others.join('、')}</span>`;
}
