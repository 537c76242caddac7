/** The folder as a document: a practice a chapter, in it 难题 - 做法 - 数据 - 出处. What prints, copies and downloads it writes the same. */
import { caseDateText } from '../../library/words.ts';
import { defaultTitle, type Folder, isTaken, type SourceStyle, type TakenClip } from './clip.ts';
import { type ClipGroup, groupsOf } from './groups.ts';

export interface Manuscript {
  title: string;
  chapters: Chapter[];
}

export interface Chapter {
  /** `一、跨村联建` */
  heading: string;
  sections: Section[];
}

export interface Section {
  /** `（一）难题` */
  heading: string;
  items: Item[];
}

export interface Item {
  /** A quotation is the source's words; the others are ours. */
  kind: 'quote' | 'point' | 'source';
  /** Paragraphs, never none. */
  lines: string[];
  /** Behind the last line: `（大田县，不早于2021年）`, `[1]`; empty on sources. */
  mark: string;
  /** The reader's. */
  note: string;
  /** Of sources: each passage with its address. */
  links: { label: string; address: string }[];
}

export function manuscriptOf(folder: Folder): Manuscript {
  const groups = groupsOf(folder.clips).flatMap((group) => {
    const clips = group.clips.filter(isTaken);
    return clips.length > 0 ? [{ group, clips }] : [];
  });
  const numbers = new Map<string, number>();
  for (const { clips } of groups) for (const clip of clips) if (!numbers.has(clip.case)) numbers.set(clip.case, numbers.size + 1);
  const mark = (clip: TakenClip) => (folder.sources === 'short' ? shortSource(clip) : `[${numbers.get(clip.case)}]`);
  return {
    title: folder.title.trim() || defaultTitle,
    chapters: groups.map(({ group, clips }, index) => ({
      heading: `${chineseNumber(index + 1)}、${group.name}`,
      sections: sectionsOf(group, clips, mark, folder.sources),
    })),
  };
}

type Mark = (clip: TakenClip) => string;

function sectionsOf(group: ClipGroup, clips: readonly TakenClip[], mark: Mark, style: SourceStyle): Section[] {
  const parts: [name: string, items: Item[]][] = [
    ['难题', problemItems(group, clips, mark)],
    ['做法', clips.filter(({ kind }) => kind === 'passage').map((clip) => quoteItem(clip, mark))],
    ['数据', clips.filter(({ kind }) => kind === 'figure').map((clip) => figureItem(clip, mark))],
    ['出处', sourceItems(clips, mark, style)],
  ];
  return parts
    .filter(([, items]) => items.length > 0)
    .map(([name, items], index) => ({ heading: `（${chineseNumber(index + 1)}）${name}`, items }));
}

/** What the passages taken under a practice answer by it; each wording once. */
function problemItems({ practice }: ClipGroup, clips: readonly TakenClip[], mark: Mark): Item[] {
  const items = new Map<string, Item>();
  for (const clip of clips) {
    for (const { text, practice: answer } of clip.problems) {
      const isOurs = !practice || answer === null || answer === practice.id;
      if (isOurs && !items.has(text)) items.set(text, { ...bareItem, kind: 'point', lines: [text], mark: mark(clip) });
    }
  }
  return [...items.values()];
}

function quoteItem(clip: TakenClip, mark: Mark): Item {
  return { ...bareItem, kind: 'quote', lines: linesOf(clip.words), mark: mark(clip), note: clip.note.trim() };
}

function figureItem(clip: TakenClip, mark: Mark): Item {
  const [first = '', ...rest] = linesOf(clip.words);
  return { ...quoteItem(clip, mark), kind: 'point', lines: [clip.subject ? `${clip.subject}：${first}` : first, ...rest] };
}

/** A case a line, with the addresses of what was taken from it. */
function sourceItems(clips: readonly TakenClip[], mark: Mark, style: SourceStyle): Item[] {
  const byCase = new Map<string, { clip: TakenClip; links: Map<string, string> }>();
  for (const clip of clips) {
    const known = byCase.get(clip.case) ?? { clip, links: new Map<string, string>() };
    byCase.set(clip.case, known);
    if (clip.link) known.links.set(clip.label, clip.link);
  }
  return [...byCase.values()].map(({ clip, links }) => ({
    ...bareItem,
    kind: 'source',
    lines: [style === 'short' ? `${mark(clip)}${clip.citation}` : `${mark(clip)} ${clip.citation}`],
    links: [...links].map(([label, address]) => ({ label, address })),
  }));
}

const bareItem = { mark: '', note: '', links: [] };

/** `（大田县，不早于2021年）`; a case of no place is named by its title, an unknown date is left out. */
export function shortSource(clip: TakenClip): string {
  const where = clip.place?.name ?? `《${clip.title}》`;
  return `（${[where, ...(clip.date || clip.notBefore ? [clipDateText(clip)] : [])].join('，')}）`;
}

/** `2020年7月27日`, `不早于2021年`, `日期未注明`. */
export function clipDateText({ date, notBefore }: TakenClip): string {
  return caseDateText({ ...(date && { date: { value: date } }), ...(notBefore && { notBefore }) });
}

function linesOf(words: string): string[] {
  const lines = words.split(/\r?\n/u).map((line) => line.trim());
  return lines.filter((line) => line !== '');
}

const digits = '〇一二三四五六七八九';

/** From 1 to 99, as chapters are numbered: 一, 十, 十一, 二十三; further ones in figures. */
export function chineseNumber(number: number): string {
  if (number > 99) return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`;
}
