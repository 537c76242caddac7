import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { typeOf } from '../../src/site/output/file-types.ts';

/** What a server says; names of headers are in lower case. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Changes what the server says of a path, relative to its root; undefined cuts the line. */
export type Fault = (path: string, answer: Answer) => Answer | undefined;

export interface FaultyServer {
  url: string;
  close(): Promise<void>;
}

/** Passes on what the server at `upstream` says, packs texts, and then does the fault to it. */
export async function faultyServer(upstream: string, fault: Fault): Promise<FaultyServer> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').slice(1);
    answerOf(upstream, path)
      .then((answer) => fault(path, answer))
      .then((answer) => {
        if (!answer) return void request.socket.destroy();
        const body = typeOf(path)?.isText && answer.headers['content-encoding'] === undefined ? gzipSync(answer.body) : answer.body;
        const packed = body === answer.body ? {} : { 'content-encoding': 'gzip' };
        response.writeHead(answer.status, { ...answer.headers, ...packed }).end(body);
      })
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answerOf(upstream: string, path: string): Promise<Answer> {
  const response = await fetch(upstream + path, { redirect: 'manual', headers: { 'accept-encoding': 'identity' } });
  const headers = Object.fromEntries(
    [...response.headers].filter(([name]) => !/^(?:content-length|connection|keep-alive|transfer-encoding)$/.test(name)),
  );
  return { status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) };
}
