/** Buttons with `data-copy="<id>"` copy the text of that element, those without an id what stands before them; they show only where scripts run. */
import { copiedMessage, copyText } from './copy-text.ts';

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const source = button.dataset.copy ? document.getElementById(button.dataset.copy) : button.previousElementSibling;
  const status = button.parentElement?.querySelector('[role="status"]');
  if (!(source instanceof HTMLElement)) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const copied = await copyText(source);
    if (status) status.textContent = copiedMessage(copied);
  });
}
