/**
 * `compare.html?practice=ID&places=CODE,CODE`: takes the rows of two to four places from the practice's own page, where they stand with
 * their sources, and sets them side by side. Nothing is computed twice: what the practice's page says is what is shown.
 */
import { showAll } from './compare-all.ts';
import { entry, fill, paragraph } from './compare-elements.ts';

interface ChosenRow {
  name: string;
  row: HTMLTableRowElement;
}

const most = 4;
/** A practice of more places than stand on so many pages is not searched to its end. */
const mostPages = 50;

const target = document.getElementById('comparison');
const query = new URLSearchParams(location.search);
const practice = query.get('practice') ?? '';
const places = (query.get('places') ?? '').split(',').filter((code) => /^\d{6}$/.test(code));
if (target && places.length > 1) {
  const shown = places.slice(0, most);
  if (/^[a-z0-9-]+$/.test(practice)) void show(target, practice, shown);
  else void showAll(target, shown);
}

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
  if (missing.length > 0) parts.push(paragraph(`这项做法没有写到代码为${missing.join('、')}的地区。`));
  if (rows.length > 1) parts.push(summary(rows), sideBySide(rows, found.heads));
  fill(holder, ...parts);
}

/** Rows of the places by code, from the practice's page and the pages that follow it. */
async function findRows(
  first: string,
  codes: readonly string[],
): Promise<{ title: string; heads: string[]; rows: Map<string, ChosenRow> }> {
  const rows = new Map<string, ChosenRow>();
  let title = '';
  let heads: string[] = [];
  let address: string | undefined = first;
  for (let page = 0; address && page < mostPages && rows.size < codes.length; page += 1) {
    const answer: Response = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const loaded = new DOMParser().parseFromString(await answer.text(), 'text/html');
    rebase(loaded, address);
    title ||= loaded.querySelector('h1')?.textContent ?? '';
    const table = loaded.querySelector<HTMLTableElement>('.compare-table');
    if (!table) break;
    heads = [...(table.tHead?.rows[0]?.cells ?? [])].slice(1).map((head) => head.textContent ?? '');
    for (const row of table.tBodies[0]?.rows ?? []) {
      const code = row.dataset.spot ?? '';
      if (codes.includes(code)) rows.set(code, { name: row.dataset.name ?? code, row: document.importNode(row, true) });
    }
    address = loaded.querySelector<HTMLAnchorElement>('.pager a[rel="next"]')?.getAttribute('href') ?? undefined;
  }
  return { title, heads, rows };
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
  const says = ({ row }: ChosenRow, index: number) => Number(row.cells[index]?.dataset.sort ?? 0) > 0;
  const labels = (test: (index: number) => boolean) =>
    columns
      .filter(({ index }) => test(index))
      .map(({ label }) => label)
      .join('、') || '没有';
  list.append(
    entry(
      '都写到',
      labels((index) => rows.every((row) => says(row, index))),
    ),
  );
  for (const row of rows) {
    const only = labels((index) => says(row, index) && rows.every((other) => other === row || !says(other, index)));
    list.append(entry(`只有${row.name}写到`, only));
  }
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

function sideBySide(rows: readonly ChosenRow[], heads: readonly string[]): HTMLElement {
  const table = document.createElement('table');
  table.className = 'side-by-side';
  const head = table.createTHead().insertRow();
  head.insertCell();
  for (const { row } of rows) head.append(headCell('col', [...(row.cells[0]?.childNodes ?? [])]));
  const body = table.createTBody();
  for (const key of sharedMeasures(rows)) {
    const line = body.insertRow();
    line.className = 'same-measure';
    line.append(headCell('row', [`同项：${key.split(' ')[0]}`]));
    for (const { row, name } of rows) {
      const items = [...row.querySelectorAll<HTMLElement>('[data-measure]')].filter((item) => item.dataset.measure === key);
      fillCell(line.insertCell(), name, items.length > 0 ? items.flatMap((item) => [...item.cloneNode(true).childNodes]) : ['原文未写']);
    }
  }
  for (const [index, label] of heads.entries()) {
    const line = body.insertRow();
    line.append(headCell('row', [label]));
    for (const { row, name } of rows) fillCell(line.insertCell(), name, [...(row.cells[index + 1]?.childNodes ?? [])]);
  }
  return table;
}

function fillCell(cell: HTMLTableCellElement, label: string, content: readonly (Node | string)[]): void {
  cell.dataset.label = label;
  cell.append(...content);
}

function headCell(scope: string, content: readonly (Node | string)[]): HTMLTableCellElement {
  const cell = document.createElement('th');
  cell.scope = scope;
  cell.append(...content);
  return cell;
}
