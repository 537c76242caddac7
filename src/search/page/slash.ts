/** What the key gives with a Western keyboard, a Chinese input method, and its wide letters. */
const slashes = ['/', '、', '／'];
/** Here the key writes a sign. */
const typed = 'input:not([type="checkbox"]):not([type="radio"]), select, textarea, [contenteditable]';

/** `/` leads to the search field, on every page that has one. */
export function leadToSearch(event: KeyboardEvent): void {
  const isTyping = event.target instanceof Element && event.target.closest(typed) !== null;
  if (!slashes.includes(event.key) || isTyping || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const field = document.querySelector('input[type="search"][name="q"]');
  if (!(field instanceof HTMLInputElement)) return;
  event.preventDefault();
  field.focus();
  field.select();
}
