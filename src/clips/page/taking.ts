import { element } from '../../search/page/elements.ts';
import { urls } from '../../site/urls.ts';
import { type Clip, isTaken } from '../model/clip.ts';
import { addClip, removeClip, restoreClip } from '../model/folder.ts';
import { type Around, clipOf } from '../model/make-clip.ts';
import { writeFolder } from '../model/parse.ts';
import { keptMessage } from './messages.ts';
import { openNoticeBar } from './notice-bar.ts';
import { fileName, saveFile, textFile } from './save-file.ts';
import { loadAround, loadCase, pageAddress, type Site } from './site.ts';
import type { ClipStorage } from './storage.ts';
import { type Target, targetId } from './target.ts';

/** Takes passages and figures of one page in and out, and says so. */
export class Taking {
  private readonly site: Site;
  private readonly storage: ClipStorage;
  private readonly bar = openNoticeBar();
  private readonly removed = new Map<string, { clip: Clip; at: number }>();
  private around: Promise<Around> | undefined;

  constructor(site: Site, storage: ClipStorage) {
    this.site = site;
    this.storage = storage;
  }

  ids(): Set<string> {
    const { clips } = this.storage.read();
    return new Set(clips.filter(isTaken).map(({ id }) => id));
  }

  async toggle(target: Target): Promise<void> {
    const id = targetId(target);
    const { clips } = this.storage.read();
    const at = clips.findIndex((clip) => clip.id === id && isTaken(clip));
    const clip = clips[at];
    const before = this.removed.get(id);
    this.removed.delete(id);
    if (clip) {
      this.removed.set(id, { clip, at });
      this.change((now) => removeClip(now, id), `已取出${target.name}`);
    } else if (before) {
      // Pressed by mistake: its note and its place come back with it.
      this.change((now) => restoreClip(now, before.clip, before.at), `已摘入${target.name}`);
    } else await this.take(target);
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
    if (kept === 'kept') {
      const link = element('a', { href: pageAddress(this.site, urls.clips()) }, '打开摘编夹');
      this.bar.say(`${done}，摘编夹现有${this.ids().size}条。`, link);
      return;
    }
    const save = () => saveFile(fileName(folder.title, 'json'), textFile(writeFolder(folder), 'application/json'));
    this.bar.say(keptMessage(kept), { label: '导出文件', act: save });
  }
}
