/**
 * `compare.html?practice=ID&places=CODE,CODE`: takes the rows of two to four places from the practice's own page, where they stand with
 * their sources, and sets them side by side. Nothing is computed twice: what the practice's page says is what is shown.
 */
import { showAll } from './compare-all.ts';
import { readChoice } from './compare-choice.ts';
import { addLine, entry, fill, paragraph, placesTable } from './compare-elements.ts';

interface ChosenRow {
  name: string;
  row: HTMLTableRowElement;
}

const target = document.getElementById('comparison');
const { practice, places } = readChoice();
if (target && places.length > 1) void (practice ? show(target, practice, places) : showAll(target, places));

async function show(holder: HTMLElement, id: string, codes: readonly string[]): Promise<void> {
  fill(holder, paragraph('正在取出各地的内容……'));
  const first = new URL((holder.dataset.practicePage ?? '').replace('PRACTICE', id), location.href).href;
  const found = await findRows(first, codes).catch(() => undefined);
  if (!found) {
    fill(holder, paragraph('没有取到这项做法的页面。请检查网络后重试，或从下面的做法进入。'));
    return;
  }
  const missing = codes.filter((code) => !found.rows.has(code));
  const rows = codes.flatMap((code) => found.rows.get(code) ?? []);
  const parts: Node[] = [heading(found.title, first)];
  if (missing.length > 0) parts.push(paragraph(`这项做法没有写到${missing.map(nameOf).join('、')}。没有写到不等于没有做。`));
  if (rows.length > 1) parts.push(summary(rows), sideBySide(rows, found.heads));
  holder.classList.add('shown');
  fill(holder, ...parts);
}

/** The place's name in the page's own list of places, else its code. */
function nameOf(code: string): string {
  return document.querySelector(`.compare-place option[value="${code}"]`)?.textContent ?? `代码为${code}的地区`;
}

/** One page of a practice's table. */
interface TablePage {
  title: string;
  /** On how many pages the table stands. */
  pages: number;
  heads: string[];
  /** By code, in order of codes; cases without a place come last. */
  rows: Map<string, ChosenRow>;
}

/** Rows of the places by code. The table goes by code, so that each place is found by halves. */
async function findRows(
  first: string,
  codes: readonly string[],
): Promise<{ title: string; heads: string[]; rows: Map<string, ChosenRow> }> {
  const loaded = new Map<number, Promise<TablePage>>();
  const pageAt = (number: number) => {
    const page = loaded.get(number) ?? loadPage(number === 1 ? first : first.replace(/\.html$/, `/${number}.html`));
    loaded.set(number, page);
    return page;
  };
  const { title, heads, pages } = await pageAt(1);
  const rows = new Map<string, ChosenRow>();
  for (const code of codes) {
    const row = await findRow(code, pages, pageAt);
    if (row) rows.set(code, row);
  }
  return { title, heads, rows };
}

async function findRow(code: string, pages: number, pageAt: (number: number) => Promise<TablePage>): Promise<ChosenRow | undefined> {
  let [low, high] = [1, pages];
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const { rows } = await pageAt(middle);
    const there = [...rows.keys()];
    if (code < (there[0] ?? '')) high = middle - 1;
    else if (code > (there[there.length - 1] ?? '')) low = middle + 1;
    else return rows.get(code);
  }
  return undefined;
}

async function loadPage(address: string): Promise<TablePage> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  rebase(page, address);
  const table = page.querySelector<HTMLTableElement>('.compare-table');
  const rows = new Map<string, ChosenRow>();
  for (const row of table?.tBodies[0]?.rows ?? []) {
    const code = row.dataset.spot ?? '';
    rows.set(code, { name: row.dataset.name ?? code, row: document.importNode(row, true) });
  }
  return {
    title: page.querySelector('h1')?.textContent ?? '',
    pages: Number(page.querySelector<HTMLElement>('.practice-compare')?.dataset.pages ?? 0),
    heads: [...(table?.tHead?.rows[0]?.cells ?? [])].slice(1).map((head) => head.textContent ?? ''),
    rows,
  };
}

/** Links of a page that was loaded from elsewhere lead where they led there. */
function rebase(loaded: Document, address: string): void {
  for (const link of loaded.querySelectorAll('a[href]')) link.setAttribute('href', new URL(link.getAttribute('href') ?? '', address).href);
}

function heading(title: string, address: string): HTMLElement {
  const head = document.createElement('h2');
  const link = document.createElement('a');
  link.href = address;
  link.className = 'quiet-link';
  link.textContent = title;
  head.append(link);
  return head;
}

/** What all say, and what only one says, by the columns of the table. */
function summary(rows: readonly ChosenRow[]): HTMLElement {
  const list = document.createElement('dl');
  list.className = 'facts-table compare-summary';
  const columns = [...(rows[0]?.row.cells ?? [])]
    .slice(1, -1)
    .map((cell, index) => ({ label: cell.dataset.label ?? '', index: index + 1 }));
  const labels = (test: (column: number) => boolean) => columns.filter(({ index }) => test(index)).map(({ label }) => label);
  const all = labels((column) => rows.every((row) => says(row, column)));
  list.append(entry('都写到', all.join('、') || '没有'));
  const lines = rows.map((row) => ({
    name: row.name,
    only: labels((column) => says(row, column) && rows.every((other) => other === row || !says(other, column))),
  }));
  for (const { name, only } of lines) if (only.length > 0) list.append(entry(`只有${name}写到`, only.join('、')));
  if (lines.every(({ only }) => only.length === 0)) list.append(entry('只有一地写到', '没有'));
  const measures = sharedMeasures(rows);
  list.append(entry('同一项数据', measures.length > 0 ? `${measures.length}项，见表中“同项”各行` : '没有写法相同的'));
  return list;
}

/** Measures that at least two of the rows have, in the order of the first. */
function sharedMeasures(rows: readonly ChosenRow[]): string[] {
  const keys = rows.map(
    ({ row }) => new Set([...row.querySelectorAll<HTMLElement>('[data-measure]')].map((item) => item.dataset.measure ?? '')),
  );
  const all = [...new Set(keys.flatMap((own) => [...own]))];
  return all.filter((key) => keys.filter((own) => own.has(key)).length > 1);
}

/** The rows as columns; what none of the places says stands in one line below. */
function sideBySide(rows: readonly ChosenRow[], heads: readonly string[]): HTMLElement {
  const holder = document.createElement('div');
  const table = placesTable(rows.map(({ row }) => [...(row.cells[0]?.childNodes ?? [])]));
  holder.append(table);
  for (const key of sharedMeasures(rows)) {
    const itemsOf = ({ row }: ChosenRow) =>
      [...row.querySelectorAll<HTMLElement>('[data-measure]')].filter((item) => item.dataset.measure === key);
    const values = rows.map((row) => itemsOf(row).flatMap((item) => [...item.cloneNode(true).childNodes]));
    addLine(table, `同项：${key.split(' ')[0]}`, values).className = 'same-measure';
  }
  const silent: string[] = [];
  for (const [index, label] of heads.entries()) {
    if (rows.some((row) => says(row, index + 1))) {
      const cells = rows.map(({ row }) => [...(row.cells[index + 1]?.childNodes ?? [])]);
      addLine(table, label, cells);
    } else silent.push(label);
  }
  if (silent.length > 0) holder.append(paragraph(`${silent.join('、')}：各地原文都未写。`));
  return holder;
}

function says({ row }: ChosenRow, column: number): boolean {
  return Number(row.cells[column]?.dataset.sort ?? 0) > 0;
}
