import { fill } from './compare-elements.ts';

/**
 * Rows of a practice's table get a box each; two to four ticked places lead to the page that sets them side by side. Only rows
 * of places, which have a name: a case that names no place is none.
 */
const fewest = 2;
const most = 4;

for (const holder of document.querySelectorAll<HTMLElement>('[data-compare]')) {
  const rows = [...holder.querySelectorAll<HTMLTableRowElement>('tr[data-name]')];
  if (rows.length < fewest) continue;
  const bar = holder.previousElementSibling;
  if (!(bar instanceof HTMLElement)) continue;
  const boxes = rows.map((row) => addBox(row));
  const show = () => {
    const chosen = boxes.filter((box) => box.checked);
    for (const box of boxes) box.disabled = !box.checked && chosen.length >= most;
    fill(bar, ...barContent(holder, chosen));
  };
  for (const box of boxes) box.addEventListener('change', show);
  show();
}

function addBox(row: HTMLTableRowElement): HTMLInputElement {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.className = 'choose-box';
  box.value = row.dataset.spot ?? '';
  box.setAttribute('aria-label', `选${row.dataset.name ?? ''}来对照`);
  row.cells[0]?.prepend(box);
  return box;
}

function barContent(holder: HTMLElement, chosen: readonly HTMLInputElement[]): (Node | string)[] {
  if (chosen.length < fewest) return [`在表中勾选${fewest}到${most}个地区，可以并排对照。`];
  const link = document.createElement('a');
  const places = chosen.map((box) => box.value).join(',');
  link.href = `${holder.dataset.compare ?? ''}?practice=${holder.dataset.practice ?? ''}&places=${places}`;
  link.textContent = `并排对照所选的${chosen.length}个地区`;
  return [link];
}
