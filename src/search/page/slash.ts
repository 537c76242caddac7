/** What the key gives with a Western keyboard, a Chinese input method, and its wide letters. */
const slashes = ['/', '、', '／'];

/** `/` leads to the search field, on every page that has one. Where a reader writes, it writes a sign. */
document.addEventListener('keydown', (event) => {
  if (!slashes.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const field = document.querySelector<HTMLInputElement>('input[name="q"]');
  if (!field || (event.target as Element).matches(':read-write, select')) return;
  event.preventDefault();
  field.focus();
  field.select();
});
