import type { Block } from '../article/schema.ts';
import { html, type Markup } from './html.ts';
import { phoneFold } from './phone-fold.ts';

interface Section {
  /** Its anchor. */
  id: string;
  label: string;
}

/** The table of contents of a case's page; `after`: sections after the article's own. */
export function contents(blocks: readonly Block[], after: readonly Section[]): Markup {
  const headings = blocks.flatMap(({ kind, id, text, level }) => (kind === 'heading' ? [{ id, label: text, level: level ?? 2 }] : []));
  const own = headings.length > 0 || blocks.length === 0 ? headings : [{ id: 'text', label: '正文', level: 2 }];
  const fold = phoneFold('contents-fold', `目录：${own.length + after.length}节`);
  const items = own.map((section) =>
    section.level === 3 ? html`<li class="level-3">${link(section)}</li>` : html`<li>${link(section)}</li>`,
  );
  return html`<nav class="contents" aria-label="目录"><p class="contents-head soft">目录</p>${fold}<ol class="fold-body">${items}${after.map((section) => html`<li>${link(section)}</li>`)}</ol></nav>`;
}

function link({ id, label }: Section): Markup {
  return html`<a href="${`#${id}`}">${label}</a>`;
}
