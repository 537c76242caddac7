import { element } from '../search/page/elements.ts';

/** In place of the link 此处有误 beside a passage: the reference that names the passage, unfolded, to be copied. */
export function unfoldFault(link: HTMLElement): void {
  const about = document.getElementById('fault');
  const [entry, version] = about?.querySelector('code')?.textContent?.split('@') ?? [];
  const reference = element('code', {}, `${entry}#${link.closest('.passage')?.id}@${version}`);
  const summary = element('summary', {}, link.textContent ?? '');
  const contact = about?.dataset.contact;
  const words = element('p', {}, `请把编号和错处告诉编辑${contact ? `（${contact}）` : ''}：`, reference);
  link.replaceWith(element('details', { class: 'trust beside fault', open: '' }, summary, words));
  summary.focus();
}
