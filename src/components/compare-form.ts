import { readChoice } from './compare-choice.ts';

/**
 * The form of the compare page: shown only where scripts run. The places stand once in the page and are copied into every list;
 * for one practice only its places can be chosen.
 */
const form = document.querySelector<HTMLFormElement>('#compare-form');
if (form) start(form);

function start(form: HTMLFormElement): void {
  const practice = form.querySelector<HTMLSelectElement>('#compare-practice');
  const places = [...form.querySelectorAll<HTMLSelectElement>('.compare-place')];
  const message = form.querySelector('.compare-message');
  const groups = [...(places[0]?.querySelectorAll('optgroup') ?? [])];
  for (const select of places.slice(1)) select.append(...groups.map((group) => group.cloneNode(true)));
  const choice = readChoice();
  if (practice) practice.value = choice.practice;
  for (const [index, select] of places.entries()) select.value = choice.places[index] ?? '';
  practice?.addEventListener('change', () => void offer(form, practice.value, places));
  if (choice.practice && practice) void offer(form, choice.practice, places);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const codes = [...new Set(places.map(({ value }) => value).filter((code) => code !== ''))];
    if (codes.length > 1) {
      const query = practice?.value ? `practice=${practice.value}&` : '';
      location.assign(`?${query}places=${codes.join(',')}`);
    } else if (message) message.textContent = '请选两到四个不同的地区。';
  });
}

/** Only places of the practice can be chosen; all of them where it is none, or where its places cannot be loaded. */
async function offer(form: HTMLFormElement, practice: string, places: readonly HTMLSelectElement[]): Promise<void> {
  const codes = practice === '' ? undefined : await placesOf(form, practice).catch(() => undefined);
  for (const select of places) {
    for (const option of select.options) option.disabled = codes !== undefined && option.value !== '' && !codes.includes(option.value);
    if (select.selectedOptions[0]?.disabled) select.value = '';
  }
}

async function placesOf(form: HTMLFormElement, practice: string): Promise<string[] | undefined> {
  const answer = await fetch(form.dataset.practices ?? '');
  if (!answer.ok) return undefined;
  const { practices } = (await answer.json()) as { practices: { id: string; places: string[] }[] };
  return practices.find(({ id }) => id === practice)?.places;
}
