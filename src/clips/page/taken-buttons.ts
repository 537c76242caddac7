import type { Taking } from './taking.ts';
import { type Target, targetId, targetOf } from './target.ts';

/** The buttons 摘入 of a page, and the number of clips in its header. */
export class TakenButtons {
  private readonly taking: Taking;

  constructor(taking: Taking) {
    this.taking = taking;
  }

  async press(button: HTMLElement): Promise<void> {
    const target = targetOfButton(button);
    if (target) await this.taking.toggle(target);
    this.show();
  }

  show(): void {
    const ids = this.taking.ids();
    for (const button of document.querySelectorAll<HTMLElement>('.clip-button')) {
      const target = targetOfButton(button);
      if (!target) continue;
      const isIn = ids.has(targetId(target));
      const unseen = document.createElement('span');
      unseen.className = 'visually-hidden';
      unseen.textContent = isIn ? `${target.name}，再按取出` : target.name;
      button.textContent = isIn ? '已摘入' : '摘入';
      button.classList.toggle('taken', isIn);
      button.append(unseen);
    }
    for (const count of document.querySelectorAll('[data-clip-count]')) count.textContent = ids.size > 0 ? `${ids.size}` : '';
  }
}

function targetOfButton({ parentElement }: HTMLElement): Target | undefined {
  return parentElement ? targetOf(parentElement) : undefined;
}
