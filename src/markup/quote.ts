import type { Block, Case } from '../article/schema.ts';
import type { Library } from '../library/library.ts';
import { faultReference } from '../library/trust.ts';
import { caseDateText } from '../library/words.ts';
import { urls } from '../site/urls.ts';
import { html, type Markup } from './html.ts';
import { markedText } from './marked.ts';
import { passageLink } from './passage-link.ts';
import { review } from './review.ts';

export interface Quoted {
  entry: Case;
  block: Block;
  /** Words to mark. */
  words: readonly string[];
}

/** A passage away from its case, with what was read from it. */
export function quote(library: Library, quoted: Quoted): Markup {
  return quoteOf(library, quoted, review(quoted.entry));
}

/** A passage where what was read from it is not shown. */
export function plainQuote(library: Library, quoted: Quoted): Markup {
  return quoteOf(library, quoted, false);
}

function quoteOf(library: Library, { entry, block, words }: Quoted, reviewed: Markup | false): Markup {
  return html`<div class="quote" data-case="${entry.id}"><blockquote cite="${urls.case(entry.id, block.id)}"><p class="running">${markedText(block.text, words)}</p></blockquote><div class="quote-source" data-clip><a href="${urls.case(entry.id)}">${entry.title}</a>${passageLink(entry, block)}<span class="soft">${caseDateText(entry)}</span>${reviewed}${fault(library, entry, block)}</div></div>`;
}

function fault({ settings: { contact } }: Library, entry: Case, block: Block): Markup {
  return html`<details class="trust fault" name="trust"><summary>此处有误</summary><p class="trust-body">请把编号和错处告诉编辑${contact && `（${contact}）`}：<code>${faultReference(entry, block.id)}</code></p></details>`;
}
