import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';
import { Refusal } from '../../site/refusal.ts';
import { formatVersion, metaHash } from './pagefind-format.ts';

/** No language: Pagefind takes words as they are, here and in the browser. */
const language = 'und';
const entryFile = 'pagefind-entry.json';
/** What the search page fetches of Pagefind's program; the rest are its own search pages. */
const fetched = ['pagefind.js', entryFile, 'wasm.unknown.pagefind'];

/** The files of Pagefind's search in the browser, which every index is read with, in the order of their names. */
export async function readPagefindProgram(): Promise<IndexFile[]> {
  const index = await startPagefind();
  try {
    // Without any record it makes no entry.
    const { errors } = await index.addCustomRecord({ url: '', language, content: '0' });
    refuse(errors);
    const { files, errors: others } = await index.getFiles();
    refuse(others);
    return fetched.map((name) => {
      const file = files.find(({ path }) => path === name);
      if (!file) throw new Error(`Pagefind made no ${name}.`);
      return { path: name, content: name === entryFile ? entryOf(file) : file.content };
    });
  } finally {
    await close();
  }
}

/** Refuses to go on, before a long build starts, where Pagefind's program cannot run. */
export async function refuseWithoutPagefind(): Promise<void> {
  await startPagefind();
  await close();
}

/** The program comes in a package for each platform. */
async function startPagefind(): Promise<PagefindIndex> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: language });
    if (index) return index;
    throw new Error(errors.join('; '));
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split('\n');
    throw new Refusal(
      `检索所用的程序 Pagefind 不能在这台电脑（${process.platform}-${process.arch}）上运行：${reason}`,
      [
        '请删除 node_modules 后重新运行 npm ci（不要加 --omit=optional），并确认安全软件没有拦截 node_modules/@pagefind 里的程序。',
        '它支持 Windows、macOS、Linux（x64、arm64）和 FreeBSD（x64）；在别的系统上，请换一台电脑生成网站，生成的文件可以放到任何服务器上。',
      ].join('\n'),
    );
  }
}

interface PagefindEntry {
  version: string;
  languages: Record<string, { hash: string; wasm: string | null; page_count: number }>;
}

/** One entry serves all indexes: their lists of parts have one name. */
function entryOf({ content }: IndexFile): Uint8Array {
  const entry: PagefindEntry = JSON.parse(Buffer.from(content).toString('utf8'));
  const own = entry.languages[language];
  if (entry.version !== formatVersion || !own) {
    throw new Error(
      `The index is written for Pagefind ${formatVersion}; this is ${entry.version}. See src/search/build/pagefind-format.ts.`,
    );
  }
  return Buffer.from(JSON.stringify({ ...entry, languages: { [language]: { ...own, hash: metaHash } } }));
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
