import { element } from '../search/page/elements.ts';
import { copiedMessage, copyText } from './copy-text.ts';

/** A button with `data-copy="<id>"` copies the text of that element, one without an id what stands before it. */
export async function copyBeside(button: HTMLElement): Promise<void> {
  const source = button.dataset.copy ? document.getElementById(button.dataset.copy) : button.previousElementSibling;
  const status = button.parentElement?.querySelector('[role="status"]');
  if (!(source instanceof HTMLElement)) return;
  const copied = await copyText(source);
  if (status) status.textContent = copiedMessage(copied);
}

/** Puts a button behind what can be copied from an unfolded `details`. */
export function offerCopy(holder: HTMLElement): void {
  const words = holder.querySelector('code');
  if (!words || holder.querySelector('button')) return;
  words.after(element('button', { type: 'button', class: 'plain-button', 'data-copy': '' }, '复制'), element('span', { role: 'status' }));
}
