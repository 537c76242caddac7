/**
 * The script of every page. It stands in the head, so that the reader's choices hold before anything is painted, and it is a
 * classic one, so that it also runs from a disk. It is kept small: what a reader asks for by a press comes with page-tools.ts.
 */
import { offerClips, showTaken } from '../clips/page/offer.ts';
import { followReading } from '../components/current-section.ts';
import '../search/page/slash.ts';
import { applyChoices, rememberedChoices } from './display.ts';
import { useTools } from './page-tools.ts';

const show = () => {
  applyChoices(rememberedChoices());
  showTaken();
};
document.documentElement.dataset.scripts = '';
applyChoices(rememberedChoices());
// Another window of the site, or this page brought back by 后退.
window.addEventListener('storage', show);
window.addEventListener('pageshow', show);

document.addEventListener('DOMContentLoaded', () => {
  offerClips();
  followReading();
  // Downloads lead nowhere there.
  if (/MicroMessenger/i.test(navigator.userAgent)) useTools();
});

// The first touch or key fetches the tools, so that they are there when they are asked for.
for (const kind of ['pointerdown', 'keydown']) document.addEventListener(kind, () => useTools(), { once: true });
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element && event.target.closest<HTMLElement>('.clip-button, [data-copy], a.fault');
  if (!button) return;
  event.preventDefault();
  useTools((tools) => tools.pressed(button));
});
// Toggling does not bubble.
document.addEventListener('toggle', ({ target }) => useTools((tools) => tools.toggled(target as HTMLElement)), true);
