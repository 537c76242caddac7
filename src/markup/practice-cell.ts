/** What one place has in one column of a practice's table. */
import type { Evidence } from '../library/evidence.ts';
import type { Library } from '../library/library.ts';
import { measureKey } from '../library/measure-names.ts';
import { type Claim, claimsUnder, countIn, type PracticeColumn } from '../library/practice-columns.ts';
import { mostInCell, type TableRow } from '../library/practice-table.ts';
import type { FoundFigure } from '../library/practices.ts';
import { caseDateText } from '../library/words.ts';
import { urls } from '../site/urls.ts';
import { figureTrust } from './figure.ts';
import { html, type Markup } from './html.ts';
import { titledPassageLink } from './passage-link.ts';
import { review } from './review.ts';
import { type Grounds, trust, trustBeside } from './trust.ts';

/** The content of a cell, or 原文未写. */
export function practiceCell(library: Library, row: TableRow, column: PracticeColumn): Markup {
  if (countIn(row, column) === 0) return html`<span class="silent">原文未写</span>`;
  if (column === 'figures') return cellFigures(library, row);
  return column === 'passages' ? cellPassages(row) : cellClaims(claimsUnder(row, column), row.passages);
}

function cellFigures(library: Library, { figures, moreFigures, passages }: TableRow): Markup {
  const folded = moreFigures.slice(0, mostInCell - figures.length);
  const left = moreFigures.length - folded.length;
  const items = (found: readonly FoundFigure[]) =>
    found.map(
      ({ figure, evidence }) => html`<li data-measure="${measureKey(figure)}">${figureTrust(library, evidence.entry, figure)}</li>`,
    );
  return html`<ul class="figures">${items(figures)}</ul>${
    moreFigures.length > 0 &&
    html`<details class="more"><summary>余${moreFigures.length}项</summary><ul class="figures">${items(folded)}${left > 0 && leftItem(left, passages)}</ul></details>`
  }`;
}

/** Claims shown before the rest is folded. */
const openClaims = 2;

function cellClaims(claims: readonly Claim[], href: string): Markup {
  const rest = claims.slice(openClaims, mostInCell);
  const left = claims.length - openClaims - rest.length;
  const items = (some: readonly Claim[]) => some.map((claim) => html`<li>${claimText(claim)}</li>`);
  return html`<ul>${items(claims.slice(0, openClaims))}</ul>${
    rest.length > 0 &&
    html`<details class="more"><summary>余${rest.length + Math.max(0, left)}项</summary><ul>${items(rest)}${left > 0 && leftItem(left, href)}</ul></details>`
  }`;
}

/** `href`: where all passages of the place are. */
function leftItem(left: number, href: string): Markup {
  return html`<li><a href="${href}">另${left}项见原文段落</a></li>`;
}

function claimText({ text, words, planned, method, evidence: { entry, block } }: Claim): Markup {
  const grounds: Grounds = { entry, block, words };
  if (method) {
    const consists = method.consists && html`<span class="consists">${method.consists.join('、')}</span>`;
    return html`<a class="source-words" href="${urls.method(method.id)}">${text}</a>${trustBeside(text, grounds)}${consists}`;
  }
  const claim = html`${planned && html`<span class="figure-status">计划</span>`}<span class="source-words">${text}</span>`;
  return trust(claim, { ...grounds, facts: planned ? ['计划'] : [] });
}

/** Passages that are linked one by one. */
const fewPassages = 4;
/** Ages of articles that a cell names. */
const mostAges = 2;

function cellPassages({ evidence, passages }: TableRow): Markup {
  const cases = [...new Set(evidence.map(({ entry }) => entry))];
  const ages = [...new Set(cases.map(caseDateText))].slice(0, mostAges);
  const reviewStates = [...new Map(cases.map((entry) => [entry.review.state, entry])).values()];
  return html`<div class="passage-links">${passageLinks(evidence, cases.length, passages)}${ages.map((age) => html`<span class="small soft">${age}</span>`)}${reviewStates.map(review)}</div>`;
}

function passageLinks(evidence: readonly Evidence[], cases: number, href: string): Markup | Markup[] {
  if (evidence.length <= fewPassages) return evidence.map(({ entry, block }) => titledPassageLink(entry, block));
  return html`<a class="nobr" href="${href}">${cases > 1 && `${cases}篇`}共${evidence.length}段</a>`;
}
