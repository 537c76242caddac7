import { gunzipSync } from 'node:zlib';
import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';
import { Refusal } from '../../site/refusal.ts';
import { indexWords, type Unit } from '../tokens.ts';

/** What the search page fetches of Pagefind's files; the others are its own search pages, and the texts of records. */
const fetched = /^(pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|[^/]+\.pf_meta|index\/[^/]+\.pf_index)$/;
const fragmentFile = /^fragment\/([^/]+)\.pf_fragment$/;
/** Every file of Pagefind's begins so when it is unpacked. */
const signature = 'pagefind_dcd';
const cborText = 3;
const cborList = 4;
/** No language: Pagefind takes words as they are, here and in the browser. */
const language = 'und';

/** Collects a record for each case and has Pagefind make its index of them. One at a time in a process. */
export interface IndexWriter {
  /** Adds the title and the passages of the next case. */
  add(rows: readonly Unit[][]): Promise<void>;
  /** The files in the order of their paths, the id of each case's record, and the first word of each part of the index. */
  finish(): Promise<{ files: IndexFile[]; records: string[]; firstWords: string[] }>;
  /** Ends Pagefind. */
  close(): Promise<void>;
}

/**
 * Words and places in one file of the index. Pagefind's own 20,000 make files four times as large, of which a search needs
 * two or three; smaller ones make a longer list of files, which every search needs. Without effect in a Pagefind that
 * no longer knows the variable.
 */
const fileSize = '5000';

export async function openIndexWriter(): Promise<IndexWriter> {
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = fileSize;
  const index = await startPagefind();
  let count = 0;
  return {
    async add(rows) {
      const content = rows.map((row) => indexWords(row).join(' ')).join(' ');
      refuse((await index.addCustomRecord({ url: String(count), language, content })).errors);
      count += 1;
    },
    async finish() {
      // Without any record Pagefind would not start in the browser.
      if (count === 0) refuse((await index.addCustomRecord({ url: '', language, content: '0' })).errors);
      const files = await filesOf(index);
      return { files: files.filter(({ path }) => fetched.test(path)), records: recordsOf(files, count), firstWords: firstWordsOf(files) };
    },
    close: async () => {
      await close();
    },
  };
}

/** Refuses to go on, before a long build starts, where Pagefind's program cannot run. */
export async function refuseWithoutPagefind(): Promise<void> {
  await startPagefind();
  await close();
}

/** Pagefind writes its index with a program of its own, which comes in a package for each platform. */
async function startPagefind(): Promise<PagefindIndex> {
  try {
    // With one file of fragments the ids of all records are read from one place.
    const { index, errors } = await createIndex({ forceLanguage: language, maxFragments: 1 });
    if (index) return index;
    throw new Error(errors.join('; '));
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split('\n');
    throw new Refusal(
      `建立检索索引的程序 Pagefind 不能在这台电脑（${process.platform}-${process.arch}）上运行：${reason}`,
      [
        '请删除 node_modules 后重新运行 npm ci（不要加 --omit=optional），并确认安全软件没有拦截 node_modules/@pagefind 里的程序。',
        '它支持 Windows、macOS、Linux（x64、arm64）和 FreeBSD（x64）；在别的系统上，请换一台电脑生成网站，生成的文件可以放到任何服务器上。',
      ].join('\n'),
    );
  }
}

async function filesOf(index: PagefindIndex): Promise<IndexFile[]> {
  const { files, errors } = await index.getFiles();
  refuse(errors);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

type Fragment = { url: string };

/** Ids by the numbers that the records have as their addresses. A file of fragments holds several by their ids, or the only one. */
function recordsOf(files: readonly IndexFile[], count: number): string[] {
  const records = new Map<string, string>();
  for (const { path, content } of files) {
    const only = fragmentFile.exec(path)?.[1];
    if (only === undefined) continue;
    const fragments: Record<string, Fragment> | Fragment = JSON.parse(gunzipSync(content).toString('utf8').slice(signature.length));
    if (isFragment(fragments)) records.set(fragments.url, only);
    else for (const [id, { url }] of Object.entries(fragments)) records.set(url, id);
  }
  return Array.from({ length: count }, (_, at) => {
    const id = records.get(String(at));
    if (id === undefined) throw new Error(`Pagefind lost record ${at}.`);
    return id;
  });
}

const isFragment = (value: Record<string, Fragment> | Fragment): value is Fragment => typeof value.url === 'string';

function firstWordsOf(files: readonly IndexFile[]): string[] {
  return files.flatMap(({ path, content }) => (path.endsWith('.pf_index') ? [firstWord(gunzipSync(content))] : [])).sort();
}

/** A part is CBOR after its signature: a list of one list of words; each word is a list that begins with its text. */
function firstWord(part: Buffer): string {
  let at = signature.length;
  const header = (major: number): number => {
    const byte = part.readUInt8(at);
    if (byte >> 5 !== major || (byte & 31) > 26) throw new Error("The parts of Pagefind's index are written in an unknown way.");
    const more = (byte & 31) < 24 ? 0 : 2 ** ((byte & 31) - 24);
    at += 1 + more;
    return more === 0 ? byte & 31 : part.readUIntBE(at - more, more);
  };
  for (let depth = 0; depth < 3; depth += 1) header(cborList);
  const length = header(cborText);
  return part.toString('utf8', at, at + length);
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
