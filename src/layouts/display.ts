/**
 * How the page is shown: theme, size, contrast. Choices are remembered where the browser lets us; where it does not, they hold
 * for this page. `tokens.css` says what each does; display-panel.ts asks for them.
 */
const key = 'casebook:display';

const names = ['theme', 'size', 'contrast'] as const;

/** Values that the style sheet knows; without one of them what is usual holds. */
const known = /^(?:light|dark|large|high)$/;

export type Choices = Partial<Record<(typeof names)[number], string>>;

/** Sets them on the root element, from where the style sheet reads them. */
export function applyChoices(choices: Choices): void {
  const { dataset } = document.documentElement;
  for (const name of names) {
    const value = choices[name] ?? '';
    if (known.test(value)) dataset[name] = value;
    else delete dataset[name];
  }
}

export function rememberedChoices(): Choices {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '') ?? {};
  } catch {
    return {};
  }
}

export function rememberChoices(choices: Choices): void {
  try {
    localStorage.setItem(key, JSON.stringify(choices));
  } catch {
    // A browser that keeps nothing: the choice holds for this page.
  }
}
