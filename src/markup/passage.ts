/** A block of a case on the case's own page, with what was read from it in the margin. */
import type { Block, Case, Figure } from '../article/schema.ts';
import { blocksOf, decidingWords, pageOfSpot, spotsOfWords } from '../library/evidence.ts';
import { figureRoom, pickFigures } from '../library/figures.ts';
import { type Library, practiceName } from '../library/library.ts';
import { practicesInOrder } from '../library/order.ts';
import { blockLabel } from '../library/words.ts';
import { urls } from '../site/urls.ts';
import { figureBeside } from './figure.ts';
import { attribute, html, type Markup } from './html.ts';
import { title } from './title.ts';
import { wordsBeside } from './trust.ts';

/** `figures` are those of the block. */
export function caseBlock(library: Library, entry: Case, block: Block, figures: readonly Figure[]): Markup {
  if (block.kind !== 'heading') return passage(library, entry, block, figures);
  const text = title(block.text);
  return block.level === 3
    ? html`<h3 class="source-heading" id="${block.id}">${text}</h3>`
    : html`<h2 class="source-heading" id="${block.id}">${text}</h2>`;
}

function passage(library: Library, entry: Case, block: Block, figures: readonly Figure[]): Markup {
  const practices = practicesInOrder(library, block.practices);
  return html`<div class="passage" id="${block.id}"><div class="passage-text">${blockText(block)}</div><div class="passage-notes">${
    practices.length > 0 && html`<ul class="passage-practices">${practices.map((id) => practiceItem(library, entry, block, id))}</ul>`
  }${figures.length > 0 && figureList(library, entry, figures, figureRoom(block.text, practices.length))}${passageFoot(block)}</div></div>`;
}

/**
 * Without scripts 此处有误 leads to the version at the page's end, to which the passage's number is added by hand; with them the
 * whole reference unfolds here (src/components/fault-reference.ts). A picture is no words to take in.
 */
function passageFoot(block: Block): Markup {
  const clip = attribute('data-clip', block.kind === 'image' ? undefined : '');
  return html`<div class="passage-foot"${clip}><a href="${`#${block.id}`}">${blockLabel(block)}</a><a class="fault" href="#fault">此处有误</a></div>`;
}

/** The link leads to the practice's passages of this place, on whatever page of the list they stand. */
function practiceItem(library: Library, entry: Case, block: Block, practice: string): Markup {
  const words = decidingWords(entry, block, practice);
  const anchor = spotsOfWords(library, entry, block, words)[0]?.anchor ?? '';
  const href = urls.practice(practice, pageOfSpot(library, practice, anchor), anchor);
  return html`<li><a href="${href}">${practiceName(library, practice)}</a>${wordsBeside({ entry, words })}</li>`;
}

/** `limit` of them before the rest is folded. */
function figureList(library: Library, entry: Case, figures: readonly Figure[], limit: number): Markup {
  const { shown, rest } = pickFigures(figures, limit, (figure) => blocksOf(entry).get(figure.passage)?.text ?? '');
  const items = (some: readonly Figure[]) => some.map((figure) => html`<li>${figureBeside(library, entry, figure)}</li>`);
  return html`<ul class="figures">${items(shown)}</ul>${
    rest.length > 0 && html`<details class="more"><summary>余${rest.length}项</summary><ul class="figures">${items(rest)}</ul></details>`
  }`;
}

function blockText(block: Block): Markup {
  const lines = block.text.split('\n').filter((line) => line.trim() !== '');
  return html`${block.kind === 'paragraph' && lines.map((line) => html`<p>${line}</p>`)}${
    block.kind === 'list' && html`<ul class="source-list">${lines.map((line) => html`<li>${line}</li>`)}</ul>`
  }${block.kind === 'table' && table(block.rows ?? [])}${block.src && picture(block, block.src)}${
    block.kind === 'caption' && html`<p class="caption"><span class="caption-mark">图注</span>${block.text}</p>`
  }`;
}

function table([head = [], ...body]: readonly (readonly string[])[]): Markup {
  return html`<section class="scroll" tabindex="0" aria-label="原文表格"><table class="source-table"><thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead><tbody>${body.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></section>`;
}

function picture({ text, width, height }: Block, src: string): Markup {
  const size = [attribute('width', width), attribute('height', height)];
  return html`<figure class="picture"><img src="${urls.picture(src)}" alt="${text || '原文图片，没有文字说明'}"${size} loading="lazy" decoding="async"></figure>`;
}
