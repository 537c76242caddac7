/**
 * How the page is shown: theme, size, contrast. A classic script in the head, so that the choice holds before anything is
 * painted and where modules may not run (pages read from a disk). Choices are remembered where the browser lets us; where it
 * does not, they hold for this page. `tokens.css` says what each does.
 */
const key = 'casebook:display';
const names = ['theme', 'size', 'contrast'] as const;
const root = document.documentElement;

type Choices = Partial<Record<(typeof names)[number], string>>;

/** Only the values that the style sheet knows; the first of each is what holds without a choice. */
const known: Record<(typeof names)[number], readonly string[]> = {
  theme: ['', 'light', 'dark'],
  size: ['', 'large'],
  contrast: ['', 'high'],
};

let choices = remembered();
root.dataset.scripts = '';
apply();

// Another window of the site, this page brought back by 后退, or a browser that fills what was ticked before.
window.addEventListener('storage', (event) => {
  if (event.key === key) show();
});
window.addEventListener('pageshow', show);
document.addEventListener('DOMContentLoaded', () => {
  fillForm();
  const panel = document.querySelector<HTMLDetailsElement>('.display-choices');
  panel?.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    choices = { ...choices, [target.name]: target.value };
    apply();
    remember();
  });
  const close = () => panel?.removeAttribute('open');
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !panel?.contains(target)) close();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !panel?.open) return;
    close();
    panel.querySelector('summary')?.focus();
  });
});

function show(): void {
  choices = remembered();
  apply();
  fillForm();
}

function apply(): void {
  for (const name of names) {
    const value = choices[name];
    if (value && known[name].includes(value)) root.setAttribute(`data-${name}`, value);
    else root.removeAttribute(`data-${name}`);
  }
}

function fillForm(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('.display-choices input')) {
    input.checked = input.value === (root.getAttribute(`data-${input.name}`) ?? '');
  }
}

function remembered(): Choices {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function remember(): void {
  try {
    localStorage.setItem(key, JSON.stringify(choices));
  } catch {
    // A browser that keeps nothing: the choice holds for this page.
  }
}

export {};
