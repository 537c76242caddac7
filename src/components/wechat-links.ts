/** In WeChat a download leads nowhere: the link's place takes a button that copies its address, to be opened in a browser. */
import { copiedMessage, copyText } from './copy-text.ts';

export function copyInsteadOfDownloads(): void {
  if (!/MicroMessenger/i.test(navigator.userAgent)) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[download], a[href$=".csv"], a[href$=".md"], a[href$=".docx"]')) {
    link.replaceWith(...copyInstead(link));
  }
}

/** The link's words stay; the address is laid under the button, unseen, for where only a selection can be copied. */
function copyInstead(link: HTMLAnchorElement): HTMLElement[] {
  const name = document.createElement('span');
  name.textContent = link.textContent;
  const address = document.createElement('span');
  address.className = 'visually-hidden';
  address.textContent = link.href;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'plain-button';
  button.textContent = '复制链接';
  button.setAttribute('aria-label', `复制链接：${link.textContent ?? ''}`);
  button.addEventListener('click', async () => {
    button.textContent = copiedMessage(await copyText(address));
  });
  return [name, address, button];
}
