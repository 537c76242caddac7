import { element } from '../search/page/elements.ts';
import { applyChoices, type Choices, rememberChoices, rememberedChoices } from './display.ts';

interface Question {
  name: keyof Choices;
  legend: string;
  answers: { value: string; label: string }[];
}

const questions: Question[] = [
  {
    name: 'theme',
    legend: '底色',
    answers: [
      { value: '', label: '跟随系统' },
      { value: 'light', label: '浅色' },
      { value: 'dark', label: '深色' },
    ],
  },
  {
    name: 'size',
    legend: '字号',
    answers: [
      { value: '', label: '标准' },
      { value: 'large', label: '大字' },
    ],
  },
  {
    name: 'contrast',
    legend: '对比',
    answers: [
      { value: '', label: '标准' },
      { value: 'high', label: '高对比' },
    ],
  },
];

/** The questions under 显示, put there when it is first unfolded. */
export function openDisplayPanel(holder: HTMLDetailsElement): void {
  const panel = element('div', { class: 'display-panel' }, ...questions.map(fieldset));
  let choices = rememberedChoices();
  const show = () => {
    choices = { ...choices, ...rememberedChoices() };
    for (const input of panel.querySelectorAll('input')) {
      input.checked = input.value === (document.documentElement.getAttribute(`data-${input.name}`) ?? '');
    }
  };
  panel.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    choices = { ...choices, [target.name]: target.value };
    applyChoices(choices);
    rememberChoices(choices);
  });
  // After the page's first script has taken over what another window chose.
  window.addEventListener('storage', show);
  holder.addEventListener('toggle', show);
  const close = () => holder.removeAttribute('open');
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !holder.contains(target)) close();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !holder.open) return;
    close();
    holder.querySelector('summary')?.focus();
  });
  show();
  holder.classList.add('ready');
  holder.append(panel);
}

function fieldset({ name, legend, answers }: Question): HTMLElement {
  const choices = answers.map(({ value, label }) =>
    element('label', {}, element('input', { type: 'radio', name, value }), element('span', {}, label)),
  );
  return element('fieldset', {}, element('legend', {}, legend), ...choices);
}
