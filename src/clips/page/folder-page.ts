import { copiedMessage, copyText } from '../../components/copy-text.ts';
import { byId, element, fill } from '../../search/page/elements.ts';
import { urls } from '../../site/urls.ts';
import { type ClipState, checkClips } from '../model/check-clips.ts';
import { type Clip, defaultTitle, type Folder, isTaken, type TakenClip } from '../model/clip.ts';
import { moveClip, moveGroup, noteClip, removeClip, restoreClip, type Step } from '../model/folder.ts';
import { type ClipGroup, groupsOf } from '../model/groups.ts';
import type { Around } from '../model/make-clip.ts';
import { type Manuscript, manuscriptOf } from '../model/manuscript.ts';
import { markdownOf } from '../model/markdown.ts';
import { writeFolder } from '../model/parse.ts';
import { oneClipText, plainText } from '../model/plain-text.ts';
import { type ClipActs, clipItem } from './clip-view.ts';
import { showDamaged } from './damaged-view.ts';
import { importFile } from './import-file.ts';
import { makeWordFile } from './load-word.ts';
import { checkedMessage, keptMessage } from './messages.ts';
import { button, openNoticeBar } from './notice-bar.ts';
import { printView } from './print-view.ts';
import { fileName, saveFile, textFile } from './save-file.ts';
import { casePage, loadAround, loadPublished, pageAddress, type Site } from './site.ts';
import type { ClipStorage } from './storage.ts';

/** Shows the folder and does what its reader asks. */
export class FolderPage {
  private readonly site: Site;
  private readonly storage: ClipStorage;
  private readonly wordScript: string;
  private readonly bar = openNoticeBar();
  private readonly list = byId('clip-groups', HTMLDivElement);
  private states = new Map<string, ClipState>();
  private composing = false;

  constructor(site: Site, storage: ClipStorage, wordScript: string) {
    this.site = site;
    this.storage = storage;
    this.wordScript = wordScript;
  }

  async start(): Promise<void> {
    this.wireTools();
    this.storage.watch(() => this.renderWhileWriting());
    this.list.addEventListener('compositionstart', () => {
      this.composing = true;
    });
    this.list.addEventListener('compositionend', () => {
      this.composing = false;
    });
    this.render();
    await this.check();
  }

  private render(): void {
    const folder = this.storage.read();
    const { clips } = folder;
    byId('clip-tools', HTMLElement).hidden = clips.length === 0;
    byId('clip-guide', HTMLElement).hidden = clips.length > 0;
    byId('clip-files', HTMLElement).hidden = false;
    byId('clip-export', HTMLButtonElement).hidden = clips.length === 0;
    byId('clip-title', HTMLInputElement).value = folder.title;
    byId(`clip-sources-${folder.sources}`, HTMLInputElement).checked = true;
    byId('clip-number', HTMLElement).textContent = clips.length > 0 ? `${clips.length}条` : '还没有摘编';
    const taken = clips.filter(isTaken).length;
    for (const count of document.querySelectorAll('[data-clip-count]')) count.textContent = taken > 0 ? String(taken) : '';
    const groups = groupsOf(clips);
    fill(
      this.list,
      groups.map((group, at) => this.groupSection(group, at, groups.length)),
    );
    showDamaged(this.storage, () => this.render());
    this.renderPrint(folder);
  }

  private renderPrint(folder: Folder): void {
    fill(byId('clip-print', HTMLElement), printView(manuscriptOf(folder)));
  }

  /** Another tab has changed the folder. Whoever is writing here goes on where they were; a word half chosen is waited for. */
  private renderWhileWriting(): void {
    if (this.composing) {
      this.list.addEventListener('compositionend', () => this.renderWhileWriting(), { once: true });
      return;
    }
    const writing = document.activeElement;
    const id = writing instanceof HTMLTextAreaElement ? writing.closest<HTMLElement>('.clip')?.dataset.id : undefined;
    this.render();
    const again = id === undefined ? undefined : this.item(id)?.querySelector('textarea');
    if (!again || !(writing instanceof HTMLTextAreaElement)) return;
    again.focus();
    again.setSelectionRange(writing.selectionStart, writing.selectionEnd);
  }

  private groupSection(group: ClipGroup, at: number, of: number): HTMLElement {
    const title = group.practice
      ? element('a', { href: pageAddress(this.site, urls.practice(group.practice.id)) }, group.name)
      : document.createTextNode(group.name);
    const head = element(
      'div',
      { class: 'clip-group-head' },
      element('h2', {}, title, element('span', { class: 'head-note' }, `${group.clips.length}条`)),
    );
    if (of > 1 && group.practice) {
      const up = button('上移', () => this.moveGroup(group, -1), `整组${group.name}`);
      const down = button('下移', () => this.moveGroup(group, 1), `整组${group.name}`);
      up.disabled = at === 0;
      down.disabled = at === of - 1;
      head.append(up, down);
    }
    const items = group.clips.map((clip, index) =>
      clipItem(
        clip,
        {
          at: index,
          of: group.clips.length,
          address: isTaken(clip) ? casePage(this.site, clip.case, clip.block) : '',
          state: this.states.get(clip.id),
        },
        this.acts,
      ),
    );
    return element('section', { class: 'clip-group', 'data-group': group.key }, head, element('ol', {}, ...items));
  }

  private readonly acts: ClipActs = {
    move: (clip, step) => this.moveClip(clip, step),
    note: (clip, note) => this.change((clips) => noteClip(clips, clip.id, note), { quietly: true }),
    copyWords: (clip) => void this.copy(oneClipText(clip), '这一条的文字'),
    copyLink: (clip: TakenClip) => void this.copy(clip.link, '链接'),
    remove: (clip) => this.remove(clip),
  };

  /** Quietly: what is on the screen stays as it is. False where it could not be kept, which the reader is told. */
  private change(how: (clips: Clip[]) => Clip[], { quietly = false } = {}): boolean {
    const kept = this.storage.change((folder) => ({ ...folder, clips: how(folder.clips) }));
    if (quietly) this.renderPrint(this.storage.read());
    else this.render();
    if (kept !== 'kept') this.bar.say(keptMessage(kept), { label: '导出文件', act: () => this.export() });
    return kept === 'kept';
  }

  private moveClip(clip: Clip, step: Step): void {
    const done = this.change((clips) => moveClip(clips, clip.id, step));
    const item = this.item(clip.id);
    const wanted = item?.querySelector<HTMLButtonElement>(`[data-act="${step < 0 ? 'up' : 'down'}"]`);
    (wanted?.disabled ? item : wanted)?.focus();
    const group = groupsOf(this.storage.read().clips).find(({ clips }) => clips.some(({ id }) => id === clip.id));
    const at = group?.clips.findIndex(({ id }) => id === clip.id) ?? 0;
    if (done) this.bar.say(`已移到${group?.name}的第${at + 1}条。`);
  }

  private moveGroup({ key, name }: ClipGroup, step: Step): void {
    const done = this.change((clips) => moveGroup(clips, key, step));
    const head = [...this.list.children].find((section) => section instanceof HTMLElement && section.dataset.group === key);
    head?.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
    if (done) this.bar.say(`已${step < 0 ? '上移' : '下移'}${name}。`);
  }

  private remove(clip: Clip): void {
    const at = this.storage.read().clips.findIndex(({ id }) => id === clip.id);
    if (!this.change((clips) => removeClip(clips, clip.id))) return;
    this.bar.offer('已移出1条。', {
      label: '撤销',
      act: () => {
        this.change((clips) => restoreClip(clips, clip, at));
        this.bar.say('已放回。');
        this.item(clip.id)?.focus();
      },
    });
  }

  private clear(): void {
    const { clips: before } = this.storage.read();
    if (!this.change(() => [])) return;
    this.bar.offer(`已清空${before.length}条。`, {
      label: '撤销',
      act: () => {
        this.change((now) => [...before, ...now.filter(({ id }) => !before.some((clip) => clip.id === id))]);
        this.bar.say('已全部放回。');
      },
    });
  }

  private item(id: string): HTMLElement | undefined {
    return [...this.list.querySelectorAll<HTMLElement>('.clip')].find((item) => item.dataset.id === id);
  }

  /** Holds the clips against the site of today: finds their words, and gives up those of cases that were taken down. */
  private async check(): Promise<void> {
    const { clips } = this.storage.read();
    if (clips.length === 0) return;
    const status = byId('clip-checked', HTMLElement);
    status.textContent = '正在核对原文……';
    const nothing: Around = { names: new Map(), link: () => '' };
    const [around, published] = await Promise.all([loadAround(this.site).catch(() => undefined), loadPublished(this.site, clips)]);
    // Without the names of practices only what was taken down is certain.
    const known = around ? published : new Map([...published].filter(([, entry]) => entry === 'gone'));
    const check = (now: readonly Clip[]) => checkClips(now, known, around ?? nothing);
    const now = this.storage.read();
    const checked = check(now.clips);
    this.states = checked.states;
    // Written only where something is new: every write tells the other windows.
    if (writeFolder({ ...now, clips: checked.clips }) === writeFolder(now)) this.render();
    else this.change((latest) => check(latest).clips);
    status.textContent = checkedMessage([...checked.states.values()]);
  }

  private wireTools(): void {
    const press = (id: string, act: () => void) => byId(id, HTMLButtonElement).addEventListener('click', act);
    press('clip-copy-all', () => void this.copy(plainText(this.manuscript()), '全部文字'));
    press('clip-copy-links', () => void this.copy(this.allLinks(), '全部链接'));
    press('clip-print-all', () => window.print());
    press('clip-word', () => void this.downloadWord());
    press('clip-markdown', () => this.download('md', textFile(markdownOf(this.manuscript()), 'text/markdown')));
    press('clip-export', () => this.export());
    const confirm = byId('clip-clear-confirm', HTMLElement);
    press('clip-clear', () => {
      confirm.hidden = false;
      byId('clip-clear-no', HTMLButtonElement).focus();
    });
    press('clip-clear-no', () => {
      confirm.hidden = true;
      byId('clip-clear', HTMLButtonElement).focus();
    });
    press('clip-clear-yes', () => {
      confirm.hidden = true;
      this.clear();
    });
    const title = byId('clip-title', HTMLInputElement);
    title.placeholder = defaultTitle;
    title.addEventListener('input', () => this.set({ title: title.value }));
    for (const style of ['short', 'numbered'] as const) {
      byId(`clip-sources-${style}`, HTMLInputElement).addEventListener('change', () => this.set({ sources: style }));
    }
    const file = byId('clip-import', HTMLInputElement);
    file.addEventListener('change', () => void this.import(file));
    if (/MicroMessenger/i.test(navigator.userAgent)) {
      // WeChat opens no downloads.
      for (const part of document.querySelectorAll<HTMLElement>('[data-downloads]')) part.hidden = true;
      for (const part of document.querySelectorAll<HTMLElement>('[data-wechat]')) part.hidden = false;
    }
  }

  private set(change: Partial<Pick<Folder, 'title' | 'sources'>>): void {
    const kept = this.storage.change((folder) => ({ ...folder, ...change }));
    if (kept !== 'kept') this.bar.say(keptMessage(kept), { label: '导出文件', act: () => this.export() });
    this.renderPrint(this.storage.read());
  }

  private manuscript(): Manuscript {
    return manuscriptOf(this.storage.read());
  }

  private allLinks(): string {
    const taken = this.storage.read().clips.filter(isTaken);
    return [...new Set(taken.map(({ title, label, link }) => `《${title}》${label} ${link}`))].join('\n');
  }

  private async copy(text: string, what: string): Promise<void> {
    const box = byId('clip-copy', HTMLElement);
    const holder = byId('clip-copy-text', HTMLPreElement);
    holder.textContent = text;
    box.hidden = false;
    const copied = await copyText(holder);
    box.hidden = copied;
    if (!copied) box.scrollIntoView();
    this.bar.say(copied ? `${copiedMessage(true)}${what}。` : `${copiedMessage(false)}。`);
  }

  private async downloadWord(): Promise<void> {
    this.bar.say('正在生成 Word 文件……');
    try {
      this.download('docx', await makeWordFile(this.manuscript(), this.wordScript));
    } catch (error) {
      console.info('The Word file could not be made:', String(error));
      this.bar.say('没有生成 Word 文件：取不到生成它的程序。请检查网络后再试，也可以复制全部文字粘贴到 Word 里。');
    }
  }

  private download(ending: string, content: Blob): void {
    const name = fileName(this.manuscript().title, ending);
    saveFile(name, content);
    this.bar.say(`已下载“${name}”，请到浏览器的下载文件夹里找。`);
  }

  private export(): void {
    this.download('json', textFile(writeFolder(this.storage.read()), 'application/json'));
  }

  private async import(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    const message = await importFile(file, (how) => this.change(how));
    input.value = '';
    if (message) this.bar.say(message);
    await this.check();
  }
}
