/** One line of a list of facts: its name and what it says, as text or as elements. */
export function entry(label: string, ...content: (Node | string)[]): HTMLElement {
  const holder = document.createElement('div');
  const term = document.createElement('dt');
  const value = document.createElement('dd');
  term.textContent = label;
  value.append(...content);
  holder.append(term, value);
  return holder;
}

export function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = 'notice';
  element.textContent = text;
  return element;
}

/** What `replaceChildren` does, which the oldest browsers that read the site do not have. */
export function fill(holder: HTMLElement, ...content: (Node | string)[]): void {
  holder.textContent = '';
  holder.append(...content);
}

/** A table of places side by side: an empty corner and a head for each place. */
export function placesTable(heads: readonly (Node | string)[][]): HTMLTableElement {
  const table = document.createElement('table');
  table.className = 'side-by-side';
  const line = table.createTHead().insertRow();
  line.insertCell();
  for (const [place, content] of heads.entries()) {
    const head = headCell('col', content);
    head.className = `place-${place + 1}`;
    line.append(head);
  }
  table.createTBody();
  return table;
}

/** A line of such a table: what each of the places says, 原文未写 where it says nothing. */
export function addLine(table: HTMLTableElement, label: string, cells: readonly (readonly (Node | string)[])[]): HTMLTableRowElement {
  const line = document.createElement('tr');
  line.append(headCell('row', [label]));
  for (const [place, content] of cells.entries()) {
    const cell = line.insertCell();
    cell.className = `place-${place + 1}`;
    cell.dataset.label = label;
    cell.append(...(content.length > 0 ? content : ['原文未写']));
  }
  table.tBodies[0]?.append(line);
  return line;
}

function headCell(scope: string, content: readonly (Node | string)[]): HTMLTableCellElement {
  const cell = document.createElement('th');
  cell.scope = scope;
  cell.append(...content);
  return cell;
}
