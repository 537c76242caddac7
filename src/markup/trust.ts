/** What a claim rests on, unfolded where it stands: the sentence with its words marked, and what holds for it. */
import type { Block, Case, Figure } from '../article/schema.ts';
import { numberInPassage } from '../library/figures.ts';
import { sentencesWith } from '../library/marking.ts';
import { ageFact } from '../library/trust.ts';
import { reviewText } from '../library/words.ts';
import { attribute, type Content, html, type Markup } from './html.ts';
import { markedSentences } from './marked.ts';
import { titledPassageLink } from './passage-link.ts';
import { review } from './review.ts';

/** What a claim rests on. */
export interface Grounds {
  entry: Case;
  block: Block;
  /** The exact words that the claim rests on; marked in their sentences. */
  words: readonly string[];
  /** Bound, owner, time, status. */
  facts?: readonly string[];
  /** Where the claim is a figure. */
  figure?: Figure;
}

/** The claim is the button. */
export function trust(claim: Content, grounds: Grounds): Markup {
  return html`<details class="trust" name="trust"><summary>${claim}</summary>${trustBody(grounds)}</details>`;
}

/** The claim stands before the button; a screen reader hears of it as `of`. */
export function trustBeside(of: string, grounds: Grounds): Markup {
  return html`<details class="trust trust-beside" name="trust"><summary aria-label="${`${of}：原句`}"></summary>${trustBody(grounds)}</details>`;
}

/** On the case's own page, where the passage is linked beside the claim. */
export function ownTrust(claim: Content, grounds: Grounds): Markup {
  return html`<details class="trust"><summary>${claim}</summary>${ownTrustBody(grounds)}</details>`;
}

export function ownTrustBeside(grounds: Grounds): Markup {
  return html`<details class="trust trust-beside"><summary aria-label="原句"></summary>${ownTrustBody(grounds)}</details>`;
}

function trustBody({ entry, block, words, facts = [], figure }: Grounds): Markup {
  return html`<div class="trust-body"${clipOf(figure)}><p class="source-words">${markedSentences(sentencesWith(block.text, words), words)}</p><ul class="trust-facts">${facts.map((fact) => html`<li>${fact}</li>`)}${passageFacts(entry, block)}</ul></div>`;
}

let lastFacts: { entry: Case; block: Block; markup: Markup } | undefined;

/** What holds for every claim of a passage. The claims of one mostly follow one another: its facts are made once. */
function passageFacts(entry: Case, block: Block): Markup {
  if (lastFacts?.entry === entry && lastFacts.block === block) return lastFacts.markup;
  const markup = html`<li>${ageFact(entry)}</li><li>${titledPassageLink(entry, block)}</li><li>${review(entry)}</li>`;
  lastFacts = { entry, block, markup };
  return markup;
}

function ownTrustBody({ entry, block, words, facts = [], figure }: Grounds): Markup {
  return html`<p class="trust-body"${clipOf(figure)}><span class="source-words">${markedSentences(sentencesWith(block.text, words), words)}</span> ${factsLine(entry, facts)}</p>`;
}

/** Which figure of the passage a reader takes in. */
function clipOf(figure: Figure | undefined): Markup {
  return attribute('data-clip', figure ? numberInPassage(figure) : '');
}

function factsLine(entry: Case, facts: readonly string[]): string {
  const known = `${ageFact(entry)}；${reviewText(entry)}`;
  return facts.length > 0 ? `${facts.join('；')}；${known}` : known;
}

/**
 * What a claim beside its own passage rests on. Its sentence stands there to be read, so the words are enough here; where
 * scripts run they are marked in the passage as well (mark-words.ts).
 */
export function figureWordsBeside(claim: Content, { entry, words, facts = [], figure }: Omit<Grounds, 'block'>): Markup {
  return html`<details class="trust beside"><summary>${claim}</summary><p${attribute('data-clip', figure && numberInPassage(figure))}>${wordsLine(words)} ${factsLine(entry, facts)}</p></details>`;
}

/** The claim stands before the button, not in it. */
export function wordsBeside({ entry, words }: Pick<Grounds, 'entry' | 'words'>): Markup {
  return html`<details class="trust trust-beside beside"><summary aria-label="原词"></summary><p>${wordsLine(words)} ${factsLine(entry, [])}</p></details>`;
}

function wordsLine(words: readonly string[]): Markup {
  return html`${words.map((word, at) => html`${at > 0 && '、'}<mark>${word}</mark>`)}`;
}
