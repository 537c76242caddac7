import { element, fill } from '../../search/page/elements.ts';

export interface BarAction {
  label: string;
  act: () => void;
}

/** A line at the foot of the window that a screen reader speaks; it stays until the next one or until it is closed. */
export interface NoticeBar {
  say(message: string, ...actions: (BarAction | HTMLElement)[]): void;
  /** The keyboard goes to the first of its actions, which undoes what was done. */
  offer(message: string, action: BarAction): void;
  close(): void;
}

/**
 * Open it before there is anything to say: a screen reader speaks only what comes into a status that it knows. A page has one,
 * whoever speaks in it.
 */
export function openNoticeBar(): NoticeBar {
  const bar = document.querySelector('.clip-bar') ?? newBar();
  const [words, buttons] = bar.children as unknown as [HTMLElement, HTMLElement];
  const close = () => {
    bar.classList.remove('open');
    words.textContent = '';
    fill(buttons, []);
  };
  const say: NoticeBar['say'] = (message, ...actions) => {
    bar.classList.add('open');
    words.textContent = message;
    const made = actions.map((action) => (action instanceof HTMLElement ? action : button(action.label, action.act)));
    fill(buttons, [...made, button('关闭', close)]);
  };
  return {
    say,
    close,
    offer(message, action) {
      say(message, action);
      buttons.querySelector('button')?.focus();
    },
  };
}

function newBar(): HTMLElement {
  const bar = element('div', { class: 'clip-bar' }, element('p', { role: 'status' }), element('div', { class: 'clip-bar-actions' }));
  document.body.append(bar);
  return bar;
}

/** `unseen` is what only a screen reader hears, after the label. */
export function button(label: string, act: () => void, unseen = ''): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'plain-button' }, label);
  if (unseen) made.append(element('span', { class: 'visually-hidden' }, unseen));
  made.addEventListener('click', act);
  return made;
}
