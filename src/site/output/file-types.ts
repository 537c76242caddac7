import { posix } from 'node:path';
import { Refusal } from '../refusal.ts';

/** What a server must say of the files that end so. */
export interface FileType {
  /** Without its dot, in lower case; empty for `SHA256SUMS`, which has none. */
  extension: string;
  /** Media type without parameters. */
  mime: string;
  /** Said in the `Content-Type` where a reader without it might take the text for GBK. SVG is XML, whose default is UTF-8. */
  charset?: 'utf-8';
  /** Worth compressing on the way: text. What is packed in itself (pictures, Pagefind's index) is not. */
  isText: boolean;
}

const utf8 = { charset: 'utf-8', isText: true } as const;
const binary = { isText: false } as const;

/**
 * The one table of all files that a site may hold: what the build writes, then what editors put into `public/`. The
 * preview, the servers' own files and check.html are made from it. Sources of the types: IANA's registry of media types.
 */
export const fileTypes: readonly FileType[] = [
  { extension: 'html', mime: 'text/html', ...utf8 },
  { extension: 'css', mime: 'text/css', ...utf8 },
  { extension: 'js', mime: 'text/javascript', ...utf8 },
  { extension: 'json', mime: 'application/json', ...utf8 },
  { extension: 'csv', mime: 'text/csv', ...utf8 },
  { extension: 'md', mime: 'text/markdown', ...utf8 },
  { extension: 'txt', mime: 'text/plain', ...utf8 },
  { extension: 'xml', mime: 'application/xml', ...utf8 },
  { extension: 'svg', mime: 'image/svg+xml', isText: true },
  { extension: '', mime: 'text/plain', ...utf8 },
  { extension: 'pagefind', mime: 'application/octet-stream', ...binary },
  { extension: 'pf_index', mime: 'application/octet-stream', ...binary },
  { extension: 'pf_meta', mime: 'application/octet-stream', ...binary },
  { extension: 'png', mime: 'image/png', ...binary },
  { extension: 'jpg', mime: 'image/jpeg', ...binary },
  { extension: 'jpeg', mime: 'image/jpeg', ...binary },
  { extension: 'gif', mime: 'image/gif', ...binary },
  { extension: 'webp', mime: 'image/webp', ...binary },
  { extension: 'ico', mime: 'image/vnd.microsoft.icon', ...binary },
  { extension: 'pdf', mime: 'application/pdf', ...binary },
  { extension: 'docx', mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ...binary },
  { extension: 'xlsx', mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ...binary },
  { extension: 'zip', mime: 'application/zip', ...binary },
];

const typesByExtension = new Map(fileTypes.map((type) => [type.extension, type]));

/** Files that a server reads itself and never sends. */
const serversOwn = new Set(['web.config', '.htaccess']);

/** Whether a reader may ask for the file; `path` is relative to the site's root. */
export function isSent(path: string): boolean {
  return !serversOwn.has(path);
}

/** The type of a file by its name; undefined where the table has none. */
export function typeOf(path: string): FileType | undefined {
  const extension = posix.extname(path).slice(1);
  if (extension === '' && posix.basename(path) !== 'SHA256SUMS') return undefined;
  return typesByExtension.get(extension);
}

/** `text/css; charset=utf-8` */
export function contentType({ mime, charset }: FileType): string {
  return charset ? `${mime}; charset=${charset}` : mime;
}

/** The types that `files` have, each once, in the order of the table. */
export function typesIn(files: readonly string[]): FileType[] {
  const found = new Set(files.filter(isSent).map(typeOf));
  return fileTypes.filter((type) => found.has(type));
}

/** Refuses files of which no server could be told what they are. */
export function refuseUnknownTypes(files: readonly string[]): void {
  const unknown = files.filter((file) => isSent(file) && !typeOf(file));
  if (unknown.length === 0) return;
  const known = fileTypes.flatMap(({ extension }) => (extension ? [`.${extension}`] : []));
  throw new Refusal(
    ['有的文件，服务器不知道怎样发送，没有发布：', ...unknown.slice(0, 20).map((file) => `  ${file}`)].join('\n'),
    `请从 public/ 中移走，或改存为这些类型之一（后缀用小写）：${known.join(' ')}。`,
  );
}

/**
 * Files whose name changes with their content, as an expression over the address: browsers may keep them. JavaScript,
 * nginx (PCRE), Apache (PCRE) and Go (RE2) read it alike.
 */
export const lastingFiles = '/(_astro|search/[0-9a-f]{12}|cases/pictures)/';

/** How long a file may be kept without asking. */
export const caching = {
  /** The name changes with the content: kept for a year. */
  lasting: 'public, max-age=31536000, immutable',
  /** Kept, but asked for anew each time whether it is still the same. */
  fresh: 'no-cache',
} as const;

const isLasting = new RegExp(lastingFiles);

/** `path` is relative to the site's root. */
export function cachingOf(path: string): keyof typeof caching {
  return isLasting.test(`/${path}`) ? 'lasting' : 'fresh';
}
