/**
 * On every page: 摘入 beside each passage and figure. What takes in, and what shows what was taken, comes with the page's
 * tools: at the first press, or at once where the folder holds something.
 */
import { useTools } from '../../layouts/page-tools.ts';
import { folderPrefix } from './storage-key.ts';
import { nameOf } from './target.ts';

export function offerClips(): void {
  offerWithin(document);
  for (const changing of document.querySelectorAll('[data-clips-come]')) {
    new MutationObserver(() => offerWithin(changing)).observe(changing, { childList: true });
  }
}

/** Shows what is in the folder, if there ever was anything. */
export function showTaken(): void {
  try {
    if (Object.keys(localStorage).some((key) => key.startsWith(folderPrefix))) useTools((tools) => tools.showClips());
  } catch (error) {
    console.info(error);
  }
}

function offerWithin(changed: ParentNode): void {
  for (const holder of changed.querySelectorAll<HTMLElement>('[data-clip]')) {
    if (holder.querySelector('.clip-button')) continue;
    const button = document.createElement('button');
    const unseen = document.createElement('span');
    button.type = 'button';
    button.className = 'plain-button clip-button';
    unseen.className = 'visually-hidden';
    unseen.textContent = nameOf(holder);
    button.append('摘入', unseen);
    holder.append(button);
  }
  showTaken();
}
