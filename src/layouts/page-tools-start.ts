/** Loaded when a reader first does something with a page: see page-tools.ts. */
import { siteOf } from '../clips/page/site.ts';
import { openStorage } from '../clips/page/storage.ts';
import { TakenButtons } from '../clips/page/taken-buttons.ts';
import { Taking } from '../clips/page/taking.ts';
import { copyBeside, offerCopy } from '../components/copy-buttons.ts';
import { unfoldFault } from '../components/fault-reference.ts';
import { markClaim } from '../components/mark-words.ts';
import { copyInsteadOfDownloads } from '../components/wechat-links.ts';
import { openDisplayPanel } from './display-panel.ts';
import type {} from './page-tools.ts';

window.casebookTools = (own) => {
  const site = siteOf(own);
  const clips = new TakenButtons(new Taking(site, openStorage(site.root)));
  copyInsteadOfDownloads();
  return {
    pressed(button) {
      if (button.matches('.clip-button')) void clips.press(button);
      else if (button.matches('.fault')) unfoldFault(button);
      else void copyBeside(button);
    },
    showClips: () => clips.show(),
    toggled(holder) {
      if (holder.hasAttribute('open')) foldOthers(holder);
      if (holder instanceof HTMLDetailsElement && holder.matches('.display-choices:not(.ready)')) openDisplayPanel(holder);
      else if (holder.matches('.fault')) offerCopy(holder);
      else if (holder.matches('.beside')) markClaim(holder);
    },
  };
};

/** Of what lies over the page one thing is open at a time. */
function foldOthers(opened: HTMLElement): void {
  if (!opened.matches('.trust, .fault')) return;
  for (const other of document.querySelectorAll('.trust[open], .fault[open]')) {
    if (other !== opened && !other.contains(opened)) other.removeAttribute('open');
  }
}
