/** Buttons with `data-copy="<id>"` copy the text of that element, those without an id what stands before them; they show only where scripts run. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const source = button.dataset.copy ? document.getElementById(button.dataset.copy) : button.previousElementSibling;
  const status = button.parentElement?.querySelector('[role="status"]');
  if (!(source instanceof HTMLElement)) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const copied = await copyText(source);
    if (status) status.textContent = copied ? '已复制' : '已选中，请按 Ctrl+C 复制';
  });
}

/** The clipboard needs a secure context, which an office's plain http is not: then a selection and the old command. */
async function copyText(source: HTMLElement): Promise<boolean> {
  if (window.isSecureContext && navigator.clipboard) {
    const written = await navigator.clipboard.writeText(source.textContent ?? '').then(
      () => true,
      () => false,
    );
    if (written) return true;
  }
  const selection = window.getSelection();
  selection?.selectAllChildren(source);
  return document.execCommand('copy');
}
