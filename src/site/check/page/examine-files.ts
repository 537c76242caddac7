import type { CheckedFile } from '../check-list.ts';
import type { Finding } from './findings.ts';
import { sha256 } from './sha256.ts';
import type { Site } from './site.ts';

/** Smaller texts gain nothing by compression. Bytes. */
const worthCompressing = 2000;

/** One file: whether it comes, whole, under its right name, and how it is kept. */
export async function examineFile(file: CheckedFile, site: Site): Promise<Finding[]> {
  const response = await answerTo(file, site);
  if (!response) return [{ id: 'unreachable', detail: file.path }];
  if (!response.ok) return [{ id: 'refused', detail: `${file.path}：状态 ${response.status}，类型应为 ${typeText(file)}` }];
  if (response.redirected) return [{ id: 'unreachable', detail: `${file.path}：被转到 ${response.url}` }];
  const bytes = new Uint8Array(await response.arrayBuffer());
  return [...contentFindings(file, bytes), ...typeFindings(file, response), ...cachingFindings(file, response)].concat(
    await compressionFindings(file, response, site),
  );
}

async function answerTo({ path }: CheckedFile, site: Site): Promise<Response | undefined> {
  try {
    return await site.ask(path);
  } catch (error) {
    console.info(path, String(error));
    return undefined;
  }
}

const typeText = ({ mime, charset }: CheckedFile) => (charset ? `${mime}; charset=${charset}` : mime);

function contentFindings(file: CheckedFile, bytes: Uint8Array): Finding[] {
  if (bytes.length !== file.bytes) return [{ id: 'changed', detail: `${file.path}：应为 ${file.bytes} 字节，收到 ${bytes.length} 字节` }];
  return sha256(bytes) === file.sha256 ? [] : [{ id: 'changed', detail: `${file.path}：字节数相同，内容不同` }];
}

/** Names that mean the same to a browser: older servers know JavaScript and XML under others. */
const sameTypes: Record<string, readonly string[]> = {
  'text/javascript': ['application/javascript', 'application/x-javascript'],
  'application/xml': ['text/xml', 'application/atom+xml'],
  'image/vnd.microsoft.icon': ['image/x-icon'],
};

function typeFindings(file: CheckedFile, response: Response): Finding[] {
  const said = response.headers.get('Content-Type') ?? '';
  const mime = (said.split(';')[0] ?? '').trim().toLowerCase();
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(said)?.[1]?.toLowerCase();
  if (!isRightType(file, mime)) {
    return [{ id: 'wrongType', detail: `${file.path}：是“${said || '没有说明'}”，应为“${typeText(file)}”` }];
  }
  if (file.isText && charset !== undefined && charset !== 'utf-8') {
    return [{ id: 'wrongCharset', detail: `${file.path}：是“${said}”，应为“${typeText(file)}”` }];
  }
  if (charset === undefined && shownByItself.includes(file.mime)) {
    return [{ id: 'noCharset', detail: `${file.path}：是“${said}”，应为“${typeText(file)}”` }];
  }
  return [];
}

/** Pages name their character set in themselves and for what they load; JSON and XML have theirs by their standards. */
const shownByItself: readonly string[] = ['text/csv', 'text/markdown', 'text/plain'];

/** What a browser neither runs nor shows may come under any name but that of a page: data, the index's own files, texts to take away. */
function isRightType({ mime }: CheckedFile, said: string): boolean {
  if (said === mime || sameTypes[mime]?.includes(said)) return true;
  const mustBeNamed = /^(?:text\/(?:html|css|javascript)|image\/.*|application\/xml)$/.test(mime);
  return !mustBeNamed && said !== 'text/html';
}

/** Longer than this without asking is long. Seconds. */
const long = 600;

function cachingFindings({ path, caching }: CheckedFile, response: Response): Finding[] {
  const said = response.headers.get('Cache-Control') ?? '';
  const asksAnew = /no-cache|no-store/i.test(said);
  const seconds = asksAnew ? 0 : maxAge(said, response.headers.get('Expires'), response.headers.get('Date'));
  if (caching === 'fresh' && seconds > long) return [{ id: 'keptTooLong', detail: `${path}：${shownCaching(said, response)}` }];
  if (caching === 'lasting' && seconds <= long) return [{ id: 'notKept', detail: `${path}：${said || '没有 Cache-Control'}` }];
  return [];
}

function maxAge(cacheControl: string, expires: string | null, date: string | null): number {
  const said = /max-age=(\d+)/i.exec(cacheControl)?.[1];
  if (said !== undefined) return Number(said);
  const [until, from] = [Date.parse(expires ?? ''), Date.parse(date ?? '')];
  return until > from ? (until - from) / 1000 : 0;
}

const shownCaching = (said: string, { headers }: Response) => said || `Expires: ${headers.get('Expires') ?? ''}`;

/** IIS compresses a file only after it was asked for a few times. */
const askings = 3;

async function compressionFindings(file: CheckedFile, first: Response, site: Site): Promise<Finding[]> {
  if (!file.isText || file.bytes < worthCompressing) return [];
  let response = first;
  for (let asked = 1; !isPacked(response); asked += 1) {
    if (asked === askings) return [{ id: 'notCompressed', detail: `${file.path}：${file.bytes} 字节` }];
    response = await site.ask(file.path);
    await response.arrayBuffer();
  }
  return [];
}

function isPacked({ headers }: Response): boolean {
  const encoding = headers.get('Content-Encoding') ?? 'identity';
  return encoding !== 'identity';
}
