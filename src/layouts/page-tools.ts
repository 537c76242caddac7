import { loadScript, loadStyle } from '../clips/page/load-script.ts';

/** What a page does only when a reader asks for it; a script of its own, page-tools-start.ts. */
export interface PageTools {
  /** 摘入, a button with `data-copy`, or the link 此处有误 beside a passage. */
  pressed(button: HTMLElement): void;
  /** Shows what is in the clip folder. */
  showClips(): void;
  /** Something was unfolded or folded. */
  toggled(holder: HTMLElement): void;
}

declare global {
  interface Window {
    /** Makes the tools of the page whose first script's element this is; there once their script has run. */
    casebookTools: (own: HTMLElement) => PageTools;
  }
}

/** The element of the page's first script: `data-root` and `data-address` say where the site is, `data-tools` and `data-style` where the tools are. */
const ownScript = document.querySelector('script[data-tools]') as HTMLElement;

let coming: Promise<PageTools> | undefined;

/** Loads the tools, once. Where they cannot be had the page goes without them, and the next use tries again. */
export function useTools(use?: (tools: PageTools) => void): void {
  const { tools = '', style = '' } = ownScript.dataset;
  coming ??= Promise.all([loadScript(tools), loadStyle(style)]).then(() => window.casebookTools(ownScript));
  coming.then(use, (error) => {
    coming = undefined;
    console.info(error);
  });
}
