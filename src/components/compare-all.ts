import { addLine, entry, fill, paragraph, placesTable } from './compare-elements.ts';

/** What of `data/practices.json` and `data/places.json` this page reads. */
interface PracticeRecord {
  id: string;
  name: string;
  /** Relative to the site's root, where this page stands. */
  url: string;
  /** Codes of the places where it was seen. */
  places: string[];
}

interface PlaceRecord {
  code: string;
  name: string;
}

/** What of `data/measures.json`. */
interface MeasureRecord {
  subject: string;
  values: MeasureValue[];
}

interface MeasureValue {
  place: string;
  text: string;
  period?: string;
  quote: string;
  title: string;
  url: string;
  block: string;
  passage: string;
  review: 'machine' | 'reviewed';
}

/** `compare.html?places=CODE,CODE`: over all practices, what all of the places do, what several, and what only one. */
export async function showAll(holder: HTMLElement, codes: readonly string[]): Promise<void> {
  const answer = await read(holder).catch(() => undefined);
  if (!answer) {
    fill(holder, paragraph('没有取到数据。请检查网络后重试，或从下面的地区进入。'));
    return;
  }
  const places = codes.flatMap((code) => answer.places.find((place) => place.code === code) ?? []);
  if (places.length < 2) {
    fill(holder, paragraph('所选的地区不足两个在库中，请重新选择。'));
    return;
  }
  const names = places.map(({ name }) => name);
  const head = document.createElement('h2');
  head.textContent = names.join('、');
  const list = document.createElement('dl');
  list.className = 'facts-table compare-summary';
  const doing = (practice: PracticeRecord) => places.filter(({ code }) => practice.places.includes(code));
  const lineOf = (label: string, test: (those: readonly PlaceRecord[]) => boolean) =>
    list.append(
      entry(
        label,
        practiceList(
          answer.practices.filter((practice) => test(doing(practice))),
          doing,
        ),
      ),
    );
  lineOf('都写到', (those) => those.length === places.length);
  if (places.length > 2) lineOf('有几地写到', (those) => those.length > 1 && those.length < places.length);
  for (const { code, name } of places) lineOf(`只有${name}`, (those) => those.length === 1 && those[0]?.code === code);
  holder.classList.add('shown');
  fill(holder, head, list, measureTable(places, answer.measures));
}

async function read(holder: HTMLElement): Promise<{ practices: PracticeRecord[]; places: PlaceRecord[]; measures: MeasureRecord[] }> {
  const [practices, places, measures] = await Promise.all([
    load<{ practices: PracticeRecord[] }>(holder.dataset.practices),
    load<{ places: PlaceRecord[] }>(holder.dataset.places),
    load<{ measures: MeasureRecord[] }>(holder.dataset.measures),
  ]);
  return { practices: practices.practices, places: places.places, measures: measures.measures };
}

/** The same measures side by side, each value with its words, its time and its passage. */
function measureTable(places: readonly PlaceRecord[], measures: readonly MeasureRecord[]): Node {
  const lines = measures
    .map(({ subject, values }) => ({ subject, values: places.map(({ code }) => values.find(({ place }) => place === code)) }))
    .filter(({ values }) => values.filter((value) => value !== undefined).length > 1);
  if (lines.length === 0) return paragraph('没有写法相同、可以并排的数据。');
  const table = placesTable(places.map(({ name }) => [name]));
  table.createCaption().textContent = '同一项数据';
  for (const { subject, values } of lines) {
    const cells = values.map((value) => (value ? valueContent(value) : []));
    addLine(table, subject, cells);
  }
  return table;
}

function valueContent({ text, period, quote, title, url, block, passage, review }: MeasureValue): Node[] {
  const value = document.createElement('strong');
  value.textContent = text;
  const words = document.createElement('p');
  words.className = 'source-words';
  words.textContent = `“${quote}”`;
  const facts = document.createElement('p');
  facts.className = 'small soft';
  const link = document.createElement('a');
  link.href = `${url}#${block}`;
  link.textContent = passage;
  link.setAttribute('aria-label', `《${title}》${passage}`);
  facts.append(link, `　${period ?? '没有写明时间'}　${review === 'reviewed' ? '已核' : '机器提取'}`);
  return [value, words, facts];
}

async function load<T>(address = ''): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
  return (await answer.json()) as T;
}

/** Practices, each leading to those of the places that do it side by side, or to its own page where one alone does. */
function practiceList(practices: readonly PracticeRecord[], doing: (practice: PracticeRecord) => readonly PlaceRecord[]): Node | string {
  if (practices.length === 0) return '没有';
  const list = document.createElement('ul');
  list.className = 'inline-list';
  for (const practice of practices) {
    const codes = doing(practice).map(({ code }) => code);
    const link = document.createElement('a');
    link.textContent = practice.name;
    link.href = codes.length > 1 ? `?practice=${practice.id}&places=${codes.join(',')}` : practice.url;
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  return list;
}
