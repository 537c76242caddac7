/** Beside a passage, an unfolded claim marks its words in the passage itself, and takes the marks away when it is folded. */
for (const passage of document.querySelectorAll<HTMLElement>('.passage')) {
  const text = passage.querySelector('.passage-text');
  // Toggling does not bubble.
  passage.addEventListener('toggle', ({ target }) => text && target instanceof HTMLDetailsElement && show(text, target), true);
}

function show(text: Element, claim: HTMLDetailsElement): void {
  if (!claim.classList.contains('beside')) return;
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

export {};
