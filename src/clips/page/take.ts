/**
 * On every page: the number of clips in the header, and 摘入 beside each passage and figure. A classic script, so that it also
 * runs from a disk. It only looks; what takes in is loaded when a reader first presses a button.
 */
import { loadScript } from './load-script.ts';
import { localStore, storageKey } from './storage-key.ts';
import type { Taking } from './taking.ts';
import type {} from './taking-start.ts';
import { type Target, targetId, targetOf } from './target.ts';

const own = document.querySelector<HTMLElement>('script[data-taking]');
const root = new URL(own?.dataset.root ?? './', document.baseURI).href;
const key = storageKey(root);
const store = localStore();
const buttons = new Map<HTMLButtonElement, Target>();
let taking: Promise<Taking> | undefined;
let loaded: Taking | undefined;

function findTargets(within: ParentNode): void {
  for (const holder of within.querySelectorAll<HTMLElement>('[data-clip]')) {
    const target = holder.querySelector('.clip-button') ? undefined : targetOf(holder);
    if (!target) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'plain-button clip-button';
    button.addEventListener('click', () => void toggle(target));
    buttons.set(button, target);
    holder.append(button);
  }
  for (const button of buttons.keys()) if (!button.isConnected) buttons.delete(button);
  showAll();
}

async function toggle(target: Target): Promise<void> {
  try {
    taking ??= loadScript(new URL(own?.dataset.taking ?? '', document.baseURI).href).then(() => {
      if (!own || !window.casebookTaking) throw new Error('The script did not register.');
      return window.casebookTaking(own);
    });
    loaded = await taking;
    await loaded.toggle(target);
  } catch (error) {
    // Without the network: the next press tries again.
    taking = undefined;
    console.info('Nothing was taken in:', String(error));
  }
  showAll();
}

function showAll(): void {
  const ids = loaded ? loaded.ids() : keptIds();
  for (const [button, target] of buttons) {
    const isIn = ids.has(targetId(target));
    const unseen = document.createElement('span');
    unseen.className = 'visually-hidden';
    unseen.textContent = isIn ? `${target.name}，再按取出` : target.name;
    button.textContent = isIn ? '已摘入' : '摘入';
    button.classList.toggle('taken', isIn);
    button.append(unseen);
  }
  for (const count of document.querySelectorAll('[data-clip-count]')) count.textContent = ids.size > 0 ? String(ids.size) : '';
}

/** Ids of what is kept, without a closer look: that is for who opens or changes the folder. */
function keptIds(): Set<string> {
  try {
    const { clips = [] } = JSON.parse(store?.getItem(key) || '{}') as { clips?: { id: string; kind: string }[] };
    return new Set(clips.filter(({ kind }) => kind !== 'withdrawn').map(({ id }) => id));
  } catch (error) {
    console.info('What is kept cannot be read:', String(error));
    return new Set();
  }
}

findTargets(document);
window.addEventListener('storage', showAll);
// A page that the browser kept while the reader was in the folder.
window.addEventListener('pageshow', showAll);
for (const changing of document.querySelectorAll('[data-clips-come]')) {
  new MutationObserver(() => findTargets(changing)).observe(changing, { childList: true });
}
