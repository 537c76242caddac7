/** check.html: what the server does with the site that it holds. A classic script that asks nobody but this server. */
import { byId, fill } from '../../../search/page/elements.ts';
import type { CheckList } from '../check-list.ts';
import { examineFolders, examineHeaders, examineMissing } from './examine-answers.ts';
import { examineFile } from './examine-files.ts';
import { examineGiven, examineListed } from './examine-old.ts';
import { examineRunning } from './examine-running.ts';
import { examineVersion } from './examine-version.ts';
import type { Finding } from './findings.ts';
import { openSite, type Site } from './site.ts';
import { examineAll } from './sums.ts';
import { findingsView, summary } from './view.ts';

const own = document.querySelector('script[data-worker]');
if (!(own instanceof HTMLScriptElement)) throw new Error('The check has no script with data-worker.');
const worker = new URL(own.dataset.worker ?? '', own.src).href;
const build = byId('check', HTMLElement).dataset.build ?? '';
const root = new URL('./', location.href.replace(/[?#].*$/, '')).href;

const say = (text: string) => {
  byId('check-status', HTMLElement).textContent = text;
};

/** A check that cannot even be made is a finding, too. */
async function each(findings: Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await findings;
  } catch (error) {
    return [{ id: 'unreachable', detail: String(error) }];
  }
}

async function examine(site: Site): Promise<Finding[]> {
  const steps: [string, Promise<Finding[]>][] = [
    ...site.list.files.map((file): [string, Promise<Finding[]>] => [file.path, each(examineFile(file, site))]),
    ['找不到的地址', each(examineMissing(site))],
    ['文件夹', each(examineFolders(site))],
    ['安全标头', each(examineHeaders(site))],
    ['Worker 和 WebAssembly', each(examineRunning(worker))],
    ['版本', each(examineVersion(site))],
    ['已不在本版的地址', each(examineListed(site))],
  ];
  const found: Finding[] = [];
  for (const [name, findings] of steps) {
    say(`正在检查：${name}……`);
    found.push(...(await findings));
  }
  return found;
}

async function start(): Promise<void> {
  if (location.protocol === 'file:') {
    say('这一页要在服务器上打开：把 dist/ 拷到服务器后，用浏览器访问其中的 check.html。');
    return;
  }
  say('正在检查……');
  const list = await readList();
  if (!list) return;
  const site = openSite(root, build, list);
  const found = await examine(site);
  show(found);
  offerMore(site, found);
}

async function readList(): Promise<CheckList | undefined> {
  try {
    const response = await fetch(`${root}check.json`, { cache: 'no-store' });
    if (response.ok) return await response.json();
    show([{ id: 'refused', detail: `check.json：状态 ${response.status}，类型应为 application/json; charset=utf-8` }]);
  } catch (error) {
    show([{ id: 'unreachable', detail: `check.json：${String(error)}` }]);
  }
  return undefined;
}

function show(findings: readonly Finding[]): void {
  fill(byId('check-findings', HTMLElement), findingsView(findings));
  say(summary(findings));
  byId('check', HTMLElement).dataset.done = String(findings.length);
}

/** What takes longer, or needs to be told something. */
function offerMore(site: Site, first: readonly Finding[]): void {
  const more = byId('check-more', HTMLElement);
  more.hidden = false;
  const extend = async (button: HTMLButtonElement, examineMore: () => Promise<{ findings: Finding[]; said: string }>) => {
    button.disabled = true;
    const { findings, said } = await examineMore().catch((error: unknown) => ({
      findings: [{ id: 'unreachable' as const, detail: String(error) }],
      said: '',
    }));
    show([...first, ...findings]);
    say(`${said}${summary([...first, ...findings])}`);
    button.disabled = false;
  };
  const all = byId('check-all', HTMLButtonElement);
  all.addEventListener('click', () =>
    extend(all, async () => {
      const { findings, files } = await examineAll(site, (done, of) => say(`正在核对全部文件：${done}/${of}`));
      return { findings, said: files > 0 ? `核对了 ${files} 个文件。` : '服务器上没有 SHA256SUMS，不能核对全部文件。' };
    }),
  );
  const old = byId('check-old', HTMLButtonElement);
  old.addEventListener('click', () =>
    extend(old, async () => {
      const { findings, asked } = await examineGiven(byId('check-addresses', HTMLTextAreaElement).value, site);
      return { findings, said: `查了 ${asked} 个地址，${findings.length} 个仍打得开。` };
    }),
  );
}

start().catch((error: unknown) => {
  console.error(error);
  say('检查没有做完，请刷新网页再试。');
});
