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
