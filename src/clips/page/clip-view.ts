import { element } from '../../search/page/elements.ts';
import type { ClipState } from '../model/check-clips.ts';
import { type Clip, isTaken, type TakenClip } from '../model/clip.ts';
import type { Step } from '../model/folder.ts';
import { clipDateText } from '../model/manuscript.ts';
import { button } from './notice-bar.ts';

/** What a reader does with one clip. */
export interface ClipActs {
  move(clip: Clip, step: Step): void;
  note(clip: Clip, note: string): void;
  copyWords(clip: TakenClip): void;
  copyLink(clip: TakenClip): void;
  remove(clip: Clip): void;
}

export interface ClipPlace {
  /** From 0 within its group. */
  at: number;
  of: number;
  /** Address of the passage on this site. */
  address: string;
  state: ClipState | undefined;
}

/** One clip as an item of its group's list; texts become text nodes, whatever they hold. */
export function clipItem(clip: Clip, place: ClipPlace, acts: ClipActs): HTMLLIElement {
  const item = element('li', { class: 'clip', 'data-id': clip.id, tabindex: '-1' });
  if (isTaken(clip)) item.append(...takenParts(clip, place));
  else item.append(element('p', { class: 'clip-state' }, `已撤下：这篇案例已从本站撤下，文字和出处已从摘编夹删除。${dayOf(clip.added)}`));
  item.append(noteField(clip, acts), actions(clip, place, acts));
  return item;
}

function takenParts(clip: TakenClip, { address, state }: ClipPlace): Node[] {
  const head = element(
    'div',
    { class: 'clip-head' },
    element('a', { href: address }, clip.title, ' ', element('span', { class: 'nobr' }, clip.label)),
  );
  for (const fact of factsOf(clip)) head.append(element('span', {}, fact));
  const lines = clip.words.split('\n').filter((line) => line.trim() !== '');
  const quote = element('blockquote', {}, ...lines.map((line) => element('p', { class: 'running' }, line)));
  const subject = clip.subject ? [element('p', { class: 'clip-subject' }, clip.subject)] : [];
  const note = state ? stateText[state] : '';
  return [
    head,
    ...(note ? [element('p', { class: 'clip-state' }, note)] : []),
    ...subject,
    quote,
    element('p', { class: 'clip-citation' }, clip.citation),
  ];
}

/** What a reader should know of words that are not simply there; undefined and `found` need no word. */
const stateText: Partial<Record<ClipState, string>> = {
  changed: '原文已改动：本站的文章里现在没有这句话。下面是摘入时的文字，引用前请点题名看现在的原文。',
  hidden: '原文已改动：编辑隐去了其中的词语，摘编已换成现在的文字。',
};

function factsOf(clip: TakenClip): string[] {
  const place = clip.place?.path.join('') || clip.place?.name;
  return [clip.kind === 'figure' ? '数据' : '', clip.section ?? '', place ?? '', clipDateText(clip)].filter((fact) => fact !== '');
}

/** `2026年11月22日摘入。`; empty where the stamp cannot be read. */
function dayOf(added: string): string {
  const day = /^(\d{4})-(\d{2})-(\d{2})T/.exec(added);
  return day ? `${day[1]}年${Number(day[2])}月${Number(day[3])}日摘入。` : '';
}

function noteField(clip: Clip, acts: ClipActs): HTMLElement {
  const area = element('textarea', { rows: '1', class: 'clip-note', maxlength: '5000', placeholder: '写给自己的话，会一起印出和下载' });
  area.value = clip.note;
  area.addEventListener('input', () => acts.note(clip, area.value));
  return element('label', { class: 'clip-note-field' }, element('span', {}, '批注'), area);
}

function actions(clip: Clip, { at, of }: ClipPlace, acts: ClipActs): HTMLElement {
  const name = isTaken(clip) ? `《${clip.title}》${clip.label}` : '已撤下的一条';
  const up = button('上移', () => acts.move(clip, -1), name);
  const down = button('下移', () => acts.move(clip, 1), name);
  up.dataset.act = 'up';
  down.dataset.act = 'down';
  up.disabled = at === 0;
  down.disabled = at === of - 1;
  const row = element('div', { class: 'clip-actions' }, up, down);
  if (isTaken(clip)) {
    row.append(button('复制文字', () => acts.copyWords(clip), name));
    if (clip.link) row.append(button('复制链接', () => acts.copyLink(clip), name));
  }
  row.append(button('移出', () => acts.remove(clip), name));
  return row;
}
