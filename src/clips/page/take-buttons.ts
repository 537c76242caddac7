import { element } from '../../search/page/elements.ts';
import { type Clip, clipId, isTaken } from '../model/clip.ts';
import { addClip, removeClip, restoreClip } from '../model/folder.ts';
import { type Around, clipOf, type Pick } from '../model/make-clip.ts';
import { writeFolder } from '../model/parse.ts';
import { keptMessage } from './messages.ts';
import { type NoticeBar, openNoticeBar } from './notice-bar.ts';
import { fileName, saveFile, textFile } from './save-file.ts';
import { loadAround, loadCase, type Site } from './site.ts';
import type { ClipStorage } from './storage.ts';

/** What a reader can take: its case, and where in it. */
interface Target extends Pick {
  entry: string;
  /** What a screen reader hears after 摘入: `第11段`. */
  name: string;
}

/** Buttons that take in and put back, and the number in the header. */
export class TakeButtons {
  private readonly site: Site;
  private readonly storage: ClipStorage;
  private readonly folderAddress: string;
  private readonly buttons = new Map<HTMLButtonElement, Target>();
  private readonly removed = new Map<string, { clip: Clip; at: number }>();
  private around: Promise<Around> | undefined;
  private readonly bar: NoticeBar = openNoticeBar();

  constructor(site: Site, storage: ClipStorage, folderAddress: string) {
    this.site = site;
    this.storage = storage;
    this.folderAddress = folderAddress;
  }

  start(): void {
    this.findTargets(document.body);
    this.showAll();
    this.storage.watch(() => this.showAll());
    // A page that the browser kept while the reader was in the folder.
    window.addEventListener('pageshow', () => this.showAll());
    for (const changing of document.querySelectorAll('[data-clips-come]')) {
      new MutationObserver(() => {
        this.findTargets(changing);
        this.showAll();
      }).observe(changing, { childList: true, subtree: true });
    }
  }

  /** `data-clip` names a case and a block, `data-clip-figure` a figure of it; the button goes to the end of that element. */
  private findTargets(within: Element): void {
    for (const holder of within.querySelectorAll<HTMLElement>('[data-clip]')) {
      const [entry = '', block = ''] = (holder.dataset.clip ?? '').split('#');
      if (holder.querySelector(':scope > .clip-button') || !entry || !block) continue;
      const under = holder.closest<HTMLElement>('[data-practice]')?.dataset.practice;
      const target = { entry, block, figure: holder.dataset.clipFigure, under, name: holder.dataset.clipName ?? '' };
      const button = element('button', { type: 'button', class: 'plain-button clip-button' });
      button.addEventListener('click', () => void this.toggle(target, button));
      this.buttons.set(button, target);
      holder.append(button);
    }
  }

  private showAll(): void {
    const { clips } = this.storage.read();
    const taken = new Set(clips.filter(isTaken).map(({ id }) => id));
    for (const [button, target] of this.buttons) {
      const isIn = taken.has(idOf(target));
      button.textContent = isIn ? '已摘入' : '摘入';
      button.classList.toggle('taken', isIn);
      button.append(element('span', { class: 'visually-hidden' }, isIn ? `${target.name}，再按取出` : target.name));
    }
    for (const count of document.querySelectorAll('[data-clip-count]')) {
      count.textContent = clips.length > 0 ? String(clips.length) : '';
    }
  }

  private async toggle(target: Target, button: HTMLButtonElement): Promise<void> {
    const { clips } = this.storage.read();
    const id = idOf(target);
    const at = clips.findIndex((clip) => clip.id === id && isTaken(clip));
    const clip = clips[at];
    if (clip) {
      this.removed.set(id, { clip, at });
      this.change((now) => removeClip(now, id), `已取出${target.name}`);
      return;
    }
    const before = this.removed.get(id);
    if (before) {
      this.removed.delete(id);
      this.change((now) => restoreClip(now, before.clip, before.at), `已摘入${target.name}`);
      return;
    }
    button.setAttribute('aria-busy', 'true');
    await this.take(target);
    button.removeAttribute('aria-busy');
  }

  private async take(target: Target): Promise<void> {
    try {
      this.around ??= loadAround(this.site);
      const [entry, around] = await Promise.all([loadCase(this.site, target.entry), this.around]);
      const made = clipOf(entry, target, around);
      if (!made) {
        this.bar.say('没有摘入：这一段刚刚有改动。请刷新本页后再摘。');
        return;
      }
      const clip: Clip = { ...made, note: '', added: new Date().toISOString() };
      this.change((now) => addClip(now, clip), `已摘入${target.name}`);
    } catch (error) {
      console.info('The case could not be loaded:', String(error));
      this.around = undefined;
      this.bar.say(
        location.protocol === 'file:'
          ? '从磁盘打开的网页不能摘入：浏览器不让它读取数据。请用网址打开本站再摘，或选中文字复制。'
          : '没有摘入：取不到这篇案例的数据。请检查网络后再点一次。',
      );
    }
  }

  private change(how: (clips: Clip[]) => Clip[], done: string): void {
    const kept = this.storage.change((folder) => ({ ...folder, clips: how(folder.clips) }));
    const folder = this.storage.read();
    this.showAll();
    if (kept === 'kept') {
      const link = element('a', { href: this.folderAddress }, '打开摘编夹');
      this.bar.say(`${done}，摘编夹现有${folder.clips.length}条。`, link);
    } else {
      const save = () => saveFile(fileName(folder.title, 'json'), textFile(writeFolder(folder), 'application/json'));
      this.bar.say(keptMessage(kept), { label: '导出文件', act: save });
    }
  }
}

function idOf({ entry, block, figure }: Target): string {
  return clipId(entry, figure ?? block);
}
