/** Beside a passage, an unfolded claim marks its words in the passage itself, and takes the marks away when it is folded. */
export function markClaim(claim: HTMLElement): void {
  const text = claim.closest('.passage')?.querySelector('.passage-text');
  if (!text) return;
  for (const old of text.querySelectorAll('mark')) {
    const parent = old.parentNode;
    old.replaceWith(...old.childNodes);
    parent?.normalize();
  }
  const open = text.parentElement?.querySelector('.beside[open]');
  for (const { textContent } of open?.querySelectorAll('mark') ?? []) if (textContent) mark(text, textContent);
}

function mark(text: Element, words: string): void {
  const nodes = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const node = nodes.currentNode;
    const start = node.textContent?.indexOf(words) ?? -1;
    if (start < 0) continue;
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + words.length);
    range.surroundContents(document.createElement('mark'));
    return;
  }
}
