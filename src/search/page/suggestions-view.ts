import type { Suggestion } from '../catalogue.ts';
import { element, fill } from './elements.ts';

const kindNames = { practice: '做法', method: '工作法', place: '地区' } as const;
const folders = { practice: 'practices', method: 'methods', place: 'places' } as const;

/** The list of suggestions under a field: a combobox with a listbox, as ARIA describes it. */
export class SuggestionList {
  readonly #field: HTMLInputElement;
  readonly #list: HTMLElement;
  /** Read out where it changes; not shown. */
  readonly #count: HTMLElement;
  #suggestions: readonly Suggestion[] = [];
  #active = -1;

  constructor(field: HTMLInputElement, list: HTMLElement, count: HTMLElement) {
    this.#field = field;
    this.#list = list;
    this.#count = count;
    for (const [name, value] of [
      ['role', 'combobox'],
      ['aria-autocomplete', 'list'],
      ['aria-controls', list.id],
      ['aria-expanded', 'false'],
    ] as const) {
      field.setAttribute(name, value);
    }
    list.setAttribute('role', 'listbox');
  }

  show(suggestions: readonly Suggestion[]): void {
    this.#suggestions = suggestions;
    this.#active = -1;
    fill(
      this.#list,
      suggestions.map((suggestion, i) => {
        const option = element('li', { role: 'option', id: `${this.#list.id}-${i}`, 'aria-selected': 'false' }, ...wordsOf(suggestion));
        option.addEventListener('mousedown', (event) => event.preventDefault());
        option.addEventListener('click', () => location.assign(addressOf(suggestion)));
        return option;
      }),
    );
    this.#count.textContent = suggestions.length > 0 ? `有${suggestions.length}条建议，用上下箭头选择` : '';
    this.#update();
  }

  hide(): void {
    if (this.#suggestions.length > 0) this.show([]);
  }

  /** Handles a key of the field; whether the key was for the list. */
  press(key: string): boolean {
    const count = this.#suggestions.length;
    if (count === 0) return false;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      // One place more than there are suggestions: the field itself.
      const step = key === 'ArrowDown' ? 1 : count;
      this.#active = ((this.#active + 1 + step) % (count + 1)) - 1;
      this.#update();
      return true;
    }
    const chosen = this.#suggestions[this.#active];
    if (key === 'Enter' && chosen) {
      location.assign(addressOf(chosen));
      return true;
    }
    if (key === 'Escape') {
      this.hide();
      return true;
    }
    return false;
  }

  #update(): void {
    this.#list.hidden = this.#suggestions.length === 0;
    this.#field.setAttribute('aria-expanded', String(!this.#list.hidden));
    [...this.#list.children].forEach((option, i) => {
      option.setAttribute('aria-selected', String(i === this.#active));
    });
    if (this.#active < 0) this.#field.removeAttribute('aria-activedescendant');
    else this.#field.setAttribute('aria-activedescendant', `${this.#list.id}-${this.#active}`);
  }
}

function wordsOf({ kind, name, alias, count }: Suggestion): Node[] {
  return [
    element('span', { class: 'suggestion-kind' }, kindNames[kind]),
    element('span', { class: 'suggestion-name' }, alias ? `${name}（${alias}）` : name),
    element('span', { class: 'suggestion-count' }, `${count}篇`),
  ];
}

const addressOf = ({ kind, id }: Suggestion): string => `${folders[kind]}/${id}.html`;
