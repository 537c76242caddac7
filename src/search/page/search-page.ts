import type { SearchAnswer } from './answer.ts';
import { byId, fill } from './elements.ts';
import { pageSize } from './engine.ts';
import { onFilter, readFilters, showFilters } from './filters-view.ts';
import { foundInWords } from './found-in-words.ts';
import { nothingView, practiceView } from './help-view.ts';
import { hitView, pagesView, watchHits } from './hits-view.ts';
import type { OpenedEngine } from './open-engine.ts';
import { isIdle, readAddress, type SearchRequest, writeAddress } from './request.ts';
import { SuggestionList } from './suggestions-view.ts';

/** Milliseconds without a key before a search begins. */
const pause = 180;

/** Between the address, the form and the list: what is in the address is what is shown. */
export class SearchPage {
  readonly #open: () => Promise<OpenedEngine>;
  readonly #title = document.title;
  #engine: Promise<OpenedEngine> | undefined;
  #request: SearchRequest = readAddress(location.search);
  /** Counts searches; only the last one is shown. */
  #running = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #watching: IntersectionObserver | undefined;
  /** What suggestions are awaited for; empty once the reader has asked for a list. */
  #suggestFor = '';

  constructor(open: () => Promise<OpenedEngine>) {
    this.#open = open;
  }

  start(form: HTMLFormElement): void {
    const field = byId('q', HTMLInputElement);
    const suggestions = new SuggestionList(field, byId('suggestions', HTMLElement), byId('suggestions-count', HTMLElement));
    let composing = false;

    const typed = () => {
      if (composing) return;
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => this.#go({ ...this.#request, q: field.value.trim(), page: 1, all: false }, 'typing'), pause);
      this.#suggest(field, suggestions);
    };
    field.addEventListener('compositionstart', () => {
      composing = true;
    });
    field.addEventListener('compositionend', () => {
      composing = false;
      typed();
    });
    field.addEventListener('input', typed);
    field.addEventListener('keydown', (event) => {
      if (!event.isComposing && suggestions.press(event.key)) event.preventDefault();
    });
    field.addEventListener('blur', () => suggestions.hide());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.#waiting);
      this.#suggestFor = '';
      suggestions.hide();
      this.#go({ ...this.#request, q: field.value.trim(), page: 1, all: false }, 'asked');
    });
    onFilter(() => this.#go(readFilters({ ...this.#request, q: field.value.trim() }), 'asked'));
    window.addEventListener('popstate', () => this.#followAddress());
    // Links to other searches on this page need no new page.
    document.addEventListener('click', (event) => this.#followLink(event));
    this.#show(this.#request);
  }

  showProgress(done: number, of: number): void {
    status(`正在读取全文：${done}/${of}`);
  }

  /** Shows a request and writes it into the address: one step of the history for what is typed in one go. */
  #go(request: SearchRequest, how: 'typing' | 'asked'): void {
    const address = writeAddress(request);
    const isSame = address === writeAddress(this.#request);
    const isDraft = (history.state as { typing?: boolean } | null)?.typing === true;
    const state = { typing: how === 'typing' };
    if (isSame || isDraft) history.replaceState(state, '', address);
    else history.pushState(state, '', address);
    if (!isSame || how === 'asked') this.#show(request);
  }

  async #show(request: SearchRequest): Promise<void> {
    this.#request = request;
    this.#running += 1;
    const own = this.#running;
    const list = byId('hits', HTMLOListElement);
    delete list.dataset.total;
    const field = byId('q', HTMLInputElement);
    if (field.value.trim() !== request.q) field.value = request.q;
    document.title = request.q ? `${request.q} - ${this.#title}` : this.#title;
    list.setAttribute('aria-busy', 'true');
    if (!isIdle(request)) byId('browse', HTMLElement).hidden = true;
    try {
      const { answer, reading } = await this.#ask(request);
      if (own === this.#running) this.#render(answer, request, reading);
    } catch (error) {
      if (own !== this.#running) return;
      console.error(error);
      fill(list, []);
      status('没能读到检索数据。请检查网络，再按“搜索”重试。');
    } finally {
      if (own === this.#running) list.removeAttribute('aria-busy');
    }
  }

  /** Asks a second time with a new engine: the site may have been published anew since the page was opened. */
  async #ask(request: SearchRequest): Promise<{ answer: SearchAnswer; reading: OpenedEngine['reading'] }> {
    for (let isLast = this.#engine === undefined; ; isLast = true) {
      try {
        const engine = await this.#ready();
        return { answer: await engine.search(request), reading: engine.reading };
      } catch (error) {
        this.#engine = undefined;
        if (isLast) throw error;
      }
    }
  }

  #ready(): Promise<OpenedEngine> {
    if (!this.#engine) {
      status('正在准备搜索……');
      this.#engine = this.#open();
    }
    return this.#engine;
  }

  #render(answer: SearchAnswer, request: SearchRequest, reading: OpenedEngine['reading']): void {
    const list = byId('hits', HTMLOListElement);
    const idle = isIdle(request);
    showFilters(answer.filters, request);
    const card = byId('practice-card', HTMLElement);
    card.hidden = answer.practice === undefined;
    fill(card, answer.practice ? practiceView(answer.practice, leadOf(answer.practice.id), request.q) : []);
    fill(list, idle ? [] : answer.hits.map(hitView));
    this.#watching?.disconnect();
    this.#watching = watchHits(list, answer.hits, (id) => this.#complete(id, request));
    list.start = request.all ? 1 : (Math.min(request.page, answer.pages) - 1) * pageSize + 1;
    fill(byId('result-pages', HTMLElement), idle ? [] : pagesView(answer, request));
    const nothing = byId('nothing', HTMLElement);
    nothing.hidden = answer.help === undefined || idle;
    fill(nothing, answer.help && !idle ? nothingView(answer.help, request) : []);
    byId('browse', HTMLElement).hidden = !idle && answer.total > 0;
    byId('reading-note', HTMLElement).textContent = notes[reading];
    status(foundInWords(answer, request));
    if (!idle) list.dataset.total = String(answer.total);
  }

  /** Puts the passages into a hit that came without them. */
  async #complete(id: string, request: SearchRequest): Promise<void> {
    try {
      const [hit] = await (await this.#ready()).details(request, [id]);
      const item = document.querySelector(`#hits > [data-case="${CSS.escape(id)}"]`);
      if (hit && request === this.#request) item?.replaceWith(hitView(hit));
    } catch (error) {
      // The hit stays without passages; its link works.
      console.error(error);
    }
  }

  async #suggest(field: HTMLInputElement, list: SuggestionList): Promise<void> {
    const typed = field.value.trim();
    this.#suggestFor = typed;
    if (!typed) {
      list.hide();
      return;
    }
    try {
      const suggestions = await (await this.#ready()).suggest(typed);
      if (this.#suggestFor === typed && document.activeElement === field) list.show(suggestions);
    } catch (error) {
      // The search that follows says so to the reader.
      console.error(error);
    }
  }

  /** A step through the history; one to another place of the page, as the link to its text is, changes nothing. */
  #followAddress(): void {
    const request = readAddress(location.search);
    if (writeAddress(request) !== writeAddress(this.#request)) this.#show(request);
  }

  /** A link to another search; one to a place of this page, as the skip link is, stays what it is. */
  #followLink(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || link.hash || link.origin !== location.origin || link.pathname !== location.pathname || !link.search) return;
    event.preventDefault();
    this.#go(readAddress(link.search), 'asked');
    byId('content', HTMLElement).scrollIntoView();
    byId('results-title', HTMLElement).focus({ preventScroll: true });
  }
}

/** What the page says about how it reads. */
const notes: Record<OpenedEngine['reading'], string> = {
  index: '',
  full: '当前浏览器不能使用检索索引，已改为直接检索全文。',
  outline: '当前浏览器不能使用检索索引，且文章较多，已改为检索标题、小标题、做法、地区、工作法和数据，不含全部正文。',
};

function status(text: string): void {
  byId('search-status', HTMLElement).textContent = text;
}

/** The first sentence of a practice's guide stands in the list of practices on this page. */
function leadOf(practice: string): string {
  return document.querySelector(`[data-lead="${CSS.escape(practice)}"]`)?.textContent ?? '';
}
