/**
 * Heads of a table with `data-sortable` become buttons that sort its rows by the cells' `data-sort`, a number: places upwards as they
 * stood, everything else from the fullest down, a second click the other way round.
 */
for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) {
  const body = table.tBodies[0];
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  if (!body || body.rows.length < 2) continue;
  const sortBy = (column: number) => {
    const before = heads[column]?.getAttribute('aria-sort');
    const upwards = before === null ? column === 0 : before === 'descending';
    for (const head of heads) head.removeAttribute('aria-sort');
    heads[column]?.setAttribute('aria-sort', upwards ? 'ascending' : 'descending');
    const rows = [...body.rows].sort((a, b) => (upwards ? 1 : -1) * (keyOf(a, column) - keyOf(b, column)) || keyOf(a, 0) - keyOf(b, 0));
    body.append(...rows);
  };
  for (const [column, head] of heads.entries()) head.append(sortButton(head, () => sortBy(column)));
}

function sortButton(head: HTMLElement, sort: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'sort-button';
  button.append(...head.childNodes);
  button.addEventListener('click', sort);
  return button;
}

function keyOf(row: HTMLTableRowElement, column: number): number {
  return Number(row.cells[column]?.dataset.sort ?? 0);
}
