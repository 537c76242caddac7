import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notFoundPage } from '../finishing/policy.ts';
import { type FileType, lastingFiles, typesIn } from '../output/file-types.ts';
import { Refusal } from '../refusal.ts';
import { responseHeaders } from '../response-headers.ts';

/** What the files for servers are made from. */
export interface ServerSite {
  /** Where the site stands on its server, with a slash on both ends: `/` or `/anli/`. Not encoded. */
  base: string;
  /** The types of the files that the site holds. */
  types: FileType[];
  /** Folders whose files' names change with their content, relative to the site's root. */
  lastingFolders: string[];
  headers: Record<string, string>;
}

/** `address` is the site's own (content/site.yaml); without it the site is taken to stand at the server's root. */
export function serverSite(folder: string, files: readonly string[], address: string | undefined): ServerSite {
  return {
    base: address ? baseOf(address) : '/',
    types: typesIn(files),
    lastingFolders: [...new Set(files.flatMap((file) => lastingFolder(file) ?? []))].sort(),
    headers: responseHeaders(readFileSync(join(folder, notFoundPage), 'utf8')),
  };
}

const inLastingFolder = new RegExp(`^${lastingFiles}`);

function lastingFolder(file: string): string | undefined {
  return inLastingFolder.exec(`/${file}`)?.[1];
}

/** Only letters, digits and what is harmless in the files of every server: a quotation mark would end a value there. */
function baseOf(address: string): string {
  const path = decodeURI(new URL(address).pathname);
  if (!/^[\p{L}\p{N}/._~ -]*$/u.test(path)) {
    throw new Refusal(
      `content/site.yaml：address 的路径“${path}”里有不能写进服务器设置的字符`,
      '路径里请只用文字、数字、空格和 - . _ ~，例如 https://dj.example.gov.cn/anli/。',
    );
  }
  return path.endsWith('/') ? path : `${path}/`;
}

/** Type names to the endings of their files: `text/html` to `html`. */
export function endingsByType(types: readonly FileType[]): [mime: string, extensions: string[]][] {
  const mimes = [...new Set(types.map(({ mime }) => mime))];
  return mimes.map((mime) => [mime, types.filter((type) => type.mime === mime && type.extension).map(({ extension }) => extension)]);
}
