/** In a table with `data-foldable` the head of each group becomes a button that folds its rows away; one button, in the room before the table, folds them all. */
for (const table of document.querySelectorAll<HTMLTableElement>('table[data-foldable]')) {
  const folds = [...table.tBodies].flatMap((body) => foldOf(body) ?? []);
  if (folds.length > 1) addFoldAll(table, folds);
}

type Fold = (open: boolean) => void;

function foldOf(body: HTMLTableSectionElement): Fold | undefined {
  const [head, ...rows] = [...body.rows];
  const cell = head?.cells[0];
  if (!cell || rows.length === 0) return undefined;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'fold-button';
  button.append(...cell.childNodes);
  const fold = (open: boolean) => {
    button.setAttribute('aria-expanded', `${open}`);
    for (const row of rows) row.hidden = !open;
  };
  button.addEventListener('click', () => fold(button.getAttribute('aria-expanded') !== 'true'));
  fold(true);
  cell.append(button);
  return fold;
}

function addFoldAll(table: HTMLTableElement, folds: readonly Fold[]): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'plain-button fold-all';
  let open = true;
  const name = () => {
    button.textContent = open ? '收起各组' : '展开各组';
  };
  button.addEventListener('click', () => {
    open = !open;
    for (const fold of folds) fold(open);
    name();
  });
  name();
  table.parentElement?.previousElementSibling?.append(button);
}
