import { byId, element, fill } from '../../search/page/elements.ts';
import { problemMessage } from './messages.ts';
import { button } from './notice-bar.ts';
import { saveFile, textFile } from './save-file.ts';
import type { ClipStorage } from './storage.ts';

/** Says what of the stored clips could not be read; it is kept until the reader lets it go. */
export function showDamaged(storage: ClipStorage, changed: () => void): void {
  const box = byId('clip-damaged', HTMLElement);
  const texts = storage.damaged();
  box.hidden = texts.length === 0;
  const parts = texts.flatMap(({ text, problem }, index) => [
    element('p', {}, `浏览器里存着一份读不出的摘编：${problemMessage(problem)}。已原样另存，没有丢。`),
    button('下载这一份', () => saveFile(`读不出的摘编-${index + 1}.json`, textFile(text, 'application/json'))),
  ]);
  const forget = () => {
    storage.forgetDamaged();
    changed();
  };
  fill(box, texts.length > 0 ? [...parts, button('不要了', forget)] : []);
}
