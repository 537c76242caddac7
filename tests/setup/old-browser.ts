import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureOldChromium } from './old-chromium.ts';

/**
 * Chromium 80 by its own protocol: Playwright speaks a later one. A page offers what the tests need; `send` does the rest
 * (https://chromedevtools.github.io/devtools-protocol/v8/).
 */
export interface OldBrowser {
  version: string;
  /** A page in a profile of its own. */
  open(url: string, window?: Window): Promise<OldPage>;
  close(): Promise<void>;
}

/** CSS pixels. */
export interface Window {
  width: number;
  height: number;
}

export interface OldPage {
  /** Errors and warnings of the console, exceptions that nothing caught, and answers that are errors, from the page's beginning. */
  faults: string[];
  /** Loads an address and waits until everything of it is there. */
  goto(url: string): Promise<void>;
  resize(window: Window): Promise<void>;
  /** Runs a function in the page; it and its arguments must stand for themselves. */
  evaluate<A extends Json[], R>(run: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Waits until the function returns something true and gives that. */
  waitFor<A extends Json[], R>(run: (...args: A) => R, ...args: A): Promise<NonNullable<R>>;
  /** Clicks with the mouse in the middle of the first element that the selector finds and the page shows. */
  click(selector: string): Promise<void>;
  /** Types as an input method does, into what has the focus. */
  type(text: string): Promise<void>;
  /** Presses a key without a character: Enter, ArrowDown, Escape; or `/`. */
  press(key: keyof typeof keys): Promise<void>;
  send<R = unknown>(method: string, params?: object): Promise<R>;
  close(): Promise<void>;
}

type Json = string | number | boolean | null | { [key: string]: Json } | Json[];

const keys = {
  Enter: { code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  ArrowDown: { code: 'ArrowDown', windowsVirtualKeyCode: 40 },
  ArrowUp: { code: 'ArrowUp', windowsVirtualKeyCode: 38 },
  Escape: { code: 'Escape', windowsVirtualKeyCode: 27 },
  Tab: { code: 'Tab', windowsVirtualKeyCode: 9 },
  '/': { code: 'Slash', windowsVirtualKeyCode: 191, text: '/' },
};

const patience = 20_000;
const officePc: Window = { width: 1280, height: 768 };

export async function openOldBrowser(): Promise<OldBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'casebook-chromium-80-'));
  const process = spawn(
    ensureOldChromium(),
    [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
      ...['--hide-scrollbars', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const line = await connect(await addressOf(process));
  const { product } = await line.send<{ product: string }>('Browser.getVersion');
  return {
    version: product.slice(product.indexOf('/') + 1),
    open: (url, window = officePc) => openPage(line, url, window),
    async close() {
      const ended = new Promise((resolve) => process.once('exit', resolve));
      process.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

async function openPage(line: Line, url: string, window: Window): Promise<OldPage> {
  const { browserContextId } = await line.send<{ browserContextId: string }>('Target.createBrowserContext');
  const { targetId } = await line.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank', browserContextId });
  const { sessionId } = await line.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
  const send = <R>(method: string, params: object = {}) => line.send<R>(method, params, sessionId);
  const page = pageOf(send, collectFaults(line, sessionId), async () => {
    await line.send('Target.disposeBrowserContext', { browserContextId });
  });
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await send(`${domain}.enable`);
  await page.resize(window);
  await page.goto(url);
  return page;
}

function pageOf(send: OldPage['send'], faults: string[], close: () => Promise<void>): OldPage {
  const page: OldPage = {
    faults,
    send,
    close,
    async goto(url) {
      const { errorText } = await send<{ errorText?: string }>('Page.navigate', { url });
      if (errorText) throw new Error(`${errorText} at ${url}`);
      await page.waitFor(() => document.readyState === 'complete' && location.href !== 'about:blank');
    },
    async resize({ width, height }) {
      await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    },
    async evaluate(run, ...args) {
      const expression = `(${String(run)})(${args.map((arg) => JSON.stringify(arg)).join(',')})`;
      const { result, exceptionDetails } = await send<Evaluated>('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
        userGesture: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value as never;
    },
    async waitFor(run, ...args) {
      const end = Date.now() + patience;
      for (;;) {
        const value = await page.evaluate(run, ...args).catch(unlessLeaving);
        if (value) return value;
        if (Date.now() > end) throw new Error(`Waited in vain for ${String(run)} with ${JSON.stringify(args)}`);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    },
    async click(selector) {
      const [x, y] = (await page.waitFor(middleOf, selector)) as [number, number];
      for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased']) {
        await send('Input.dispatchMouseEvent', { type, x, y, button: type === 'mouseMoved' ? 'none' : 'left', clickCount: 1 });
      }
    },
    async type(text) {
      await send('Input.insertText', { text });
    },
    async press(key) {
      await send('Input.dispatchKeyEvent', { type: 'keyDown', key, ...keys[key] });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', key, ...keys[key] });
    },
  };
  return page;
}

/** In the page: where to click on the first element shown; nothing while the page still moves or another element lies above. */
function middleOf(selector: string): [number, number] | undefined {
  const element = [...document.querySelectorAll(selector)].find((each) => each.getBoundingClientRect().width > 0);
  if (!element || document.readyState !== 'complete') return undefined;
  element.scrollIntoView({ block: 'center' });
  const [line] = element.getClientRects();
  if (!line) return undefined;
  const middle: [number, number] = [line.left + line.width / 2, line.top + line.height / 2];
  return element.contains(document.elementFromPoint(...middle)) ? middle : undefined;
}

/** A page that is being left answers no more; the next one will. */
function unlessLeaving(error: Error): undefined {
  if (!/navigated or closed|context was destroyed|Cannot find context/.test(error.message)) throw error;
}

interface Evaluated {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

function collectFaults(line: Line, session: string): string[] {
  const faults: string[] = [];
  const isIcon = (url: string) => url.endsWith('/favicon.ico');
  line.listen(session, (method, params) => {
    if (method === 'Runtime.exceptionThrown') {
      const { text, exception } = params.exceptionDetails as NonNullable<Evaluated['exceptionDetails']>;
      faults.push(`exception: ${exception?.description ?? text}`);
    }
    if (method === 'Runtime.consoleAPICalled' && /error|warning|assert/.test(String(params.type))) {
      faults.push(`console: ${JSON.stringify(params.args)}`);
    }
    if (method === 'Log.entryAdded') {
      const { level, text, url = '' } = params.entry as { level: string; text: string; url?: string };
      if (level === 'error' && !isIcon(url)) faults.push(`log: ${text} ${url}`);
    }
  });
  return faults;
}

/** The one connection to the browser; sessions of pages share it. */
interface Line {
  send<R>(method: string, params?: object, session?: string): Promise<R>;
  listen(session: string, heard: (method: string, params: Record<string, unknown>) => void): void;
}

async function connect(address: string): Promise<Line> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error(`No connection to ${address}`)));
  });
  const waiting = new Map<number, { method: string; resolve: (result: never) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, (method: string, params: Record<string, unknown>) => void>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error, method, params, sessionId } = JSON.parse(String(data));
    if (method) listeners.get(sessionId)?.(method, params);
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.reject(new Error(`${asked.method}: ${error.message}`));
    else asked?.resolve(result as never);
  });
  socket.addEventListener('close', () => {
    for (const { method, reject } of waiting.values()) reject(new Error(`${method}: the browser is gone.`));
    waiting.clear();
  });
  return {
    send: (method, params = {}, sessionId = undefined) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { method, resolve, reject });
        socket.send(JSON.stringify({ id: last, method, params, sessionId }));
      }),
    listen: (session, heard) => {
      listeners.set(session, heard);
    },
  };
}

/** The browser says on its error stream where it listens. */
function addressOf(process: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [address] = /ws:\/\/\S+/.exec(said) ?? [];
      if (address) resolve(address);
    });
    process.once('error', reject);
    process.once('exit', (status) => reject(new Error(`Chromium 80 ended with ${status}:\n${said}`)));
  });
}
