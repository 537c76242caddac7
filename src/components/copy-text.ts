/**
 * Copies an element's text, on plain http and in old browsers too: the clipboard needs a secure context, which an office's
 * plain http is not; then a selection and the old command. False where neither may: the text is left selected for Ctrl+C.
 */
export async function copyText(source: HTMLElement): Promise<boolean> {
  if (window.isSecureContext && navigator.clipboard) {
    const written = await navigator.clipboard.writeText(source.textContent ?? '').then(
      () => true,
      () => false,
    );
    if (written) return true;
  }
  window.getSelection()?.selectAllChildren(source);
  return document.execCommand('copy');
}

/** What a reader is told after `copyText`. */
export function copiedMessage(copied: boolean): string {
  return copied ? '已复制' : '已选中，请按 Ctrl+C 复制，手机上请长按复制';
}
