/** In a table with `data-foldable` the head of each group becomes a button that folds its rows away. */
for (const body of document.querySelectorAll<HTMLTableSectionElement>('table[data-foldable] > tbody')) {
  const [head, ...rows] = [...body.rows];
  const cell = head?.cells[0];
  if (!cell || rows.length === 0) continue;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'fold-button';
  button.setAttribute('aria-expanded', 'true');
  button.append(...cell.childNodes);
  button.addEventListener('click', () => {
    const open = button.getAttribute('aria-expanded') === 'true';
    button.setAttribute('aria-expanded', `${!open}`);
    for (const row of rows) row.hidden = open;
  });
  cell.append(button);
}
