import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { notFoundPage } from './finishing/policy.ts';
import { caching, cachingOf, contentType, typeOf } from './output/file-types.ts';
import { Refusal } from './refusal.ts';
import { responseHeaders } from './response-headers.ts';

/** Only this machine can reach the local server. */
const host = '127.0.0.1';

export interface ServeOptions {
  /** 0 takes any free port. */
  port: number;
  /** The folder on the server under which the site stands: `/` or `/a/b/`. */
  base?: string;
}

export interface RunningServer {
  /** Address of the home page's folder, with a closing slash. */
  url: string;
  close(): Promise<void>;
}

/** Serves a built site as a plain static server does, under the policy that its pages must live with. */
export async function serve(folder: string, { port, base = '/' }: ServeOptions): Promise<RunningServer> {
  const filesNow = currentFiles(folder);
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(responseHeaders(notFoundText(folder)))) response.setHeader(name, value);
    const path = pathOf(request);
    if (path === undefined || !path.startsWith(base)) return notFound(folder, request, response);
    const inside = path.slice(base.length - 1);
    if (needsSlash(folder, inside)) return redirect(response, `${request.url?.split('?')[0]?.split('/').at(-1)}/`);
    request.url = encodeURI(inside);
    filesNow()(request, response, () => notFound(folder, request, response));
  });
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return { url: `http://${host}:${taken}${encodeURI(base)}`, close: () => close(server) };
}

/** Refuses a port that another program has, before a long build starts. */
export async function refuseTakenPort(port: number): Promise<void> {
  const server = createServer();
  await listen(server, port);
  await close(server);
}

/** `PORT` from the environment; 4321 where it is not set. */
export function portFrom(env: Record<string, string | undefined>): number {
  const text = env.PORT?.trim() || '4321';
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new Refusal(`PORT=${text} 不是端口号`, '请写 1 到 65535 之间的整数，例如 PORT=8080。');
}

/** sirv lists the files once and keeps their sizes: a new build needs a new list. */
function currentFiles(folder: string): () => ReturnType<typeof sirv> {
  let made = '';
  let files: ReturnType<typeof sirv> | undefined;
  return () => {
    const stats = statSync(folder, { throwIfNoEntry: false });
    const now = stats ? `${stats.ino} ${stats.mtimeMs}` : '';
    if (!files || now !== made) {
      made = now;
      files = stats ? sirv(folder, { dev: false, etag: true, setHeaders }) : (_request, _response, next) => next?.();
    }
    return files;
  };
}

function setHeaders(response: ServerResponse, path: string): void {
  const type = typeOf(path.endsWith('/') ? `${path}index.html` : path);
  if (type) response.setHeader('Content-Type', contentType(type));
  response.setHeader('Cache-Control', caching[cachingOf(path)]);
}

function pathOf(request: IncomingMessage): string | undefined {
  try {
    return decodeURI(request.url?.split(/[?#]/)[0] ?? '/');
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** A folder's page without the closing slash would resolve its relative links one folder too high. */
function needsSlash(folder: string, path: string): boolean {
  if (path.endsWith('/') || path.includes('..') || path.includes('\0') || existsSync(join(folder, `${path}.html`))) return false;
  return statSync(join(folder, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { Location: `./${location}` });
  response.end();
}

function notFound(folder: string, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': caching.fresh });
  response.end(request.method === 'HEAD' ? undefined : notFoundText(folder));
}

function notFoundText(folder: string): string {
  const file = join(folder, notFoundPage);
  return existsSync(file) ? readFileSync(file, 'utf8') : '404';
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portRefusal(error, port) ?? error));
    server.listen(port, host, () => resolve());
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}

function portRefusal(error: NodeJS.ErrnoException, port: number): Refusal | undefined {
  if (error.code === 'EADDRINUSE') {
    return new Refusal(
      `端口 ${port} 已被占用`,
      `请先关闭占用它的程序，或用 PORT 换一个端口，例如 PORT=${port === 65535 ? 4321 : port + 1}。`,
    );
  }
  if (error.code === 'EACCES') return new Refusal(`没有使用端口 ${port} 的权限`, '请用 PORT 换一个大于 1024 的端口，例如 PORT=4321。');
  return undefined;
}
