import { renameSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { portFrom, serve } from '../../src/site/serve.ts';
import { temporaryFolder } from '../setup/folder.ts';

const files = {
  'index.html': '<h1>首页</h1>',
  '404.html': '<style>h1{color:red}</style><h1>没有这一页</h1>',
  'practices/index.html': '做法',
  'practices/a.html': '一',
  'practices/a/2.html': '二',
  'data/cases.json': '{}',
  'data/figures.csv': '数据',
  '_astro/a.js': '',
};

async function serving(base = '/', folder = temporaryFolder(files)): Promise<string> {
  const server = await serve(folder, { port: 0, base });
  onTestFinished(() => server.close());
  return server.url;
}

describe('serve', () => {
  it.each([
    ['', 200, 'text/html; charset=utf-8', '首页'],
    ['practices/', 200, 'text/html; charset=utf-8', '做法'],
    ['practices/a.html', 200, 'text/html; charset=utf-8', '一'],
    ['practices/a/2.html', 200, 'text/html; charset=utf-8', '二'],
    ['data/cases.json', 200, 'application/json; charset=utf-8', '{}'],
    ['data/figures.csv', 200, 'text/csv; charset=utf-8', '数据'],
    ['_astro/a.js', 200, 'text/javascript; charset=utf-8', ''],
    ['nowhere.html', 404, 'text/html; charset=utf-8', '没有这一页'],
    ['%zz', 404, 'text/html; charset=utf-8', '没有这一页'],
    ['..%2f..%2fpackage.json', 404, 'text/html; charset=utf-8', '没有这一页'],
  ])('answers /%s with %i', async (path, status, type, text) => {
    for (const base of ['/', '/甲/b c/']) {
      const answer = await fetch((await serving(base)) + path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type]);
      expect(await answer.text()).toContain(text);
    }
  });

  it('sends a folder without its slash to the folder, so that relative links hold', async () => {
    const url = await serving('/a/');
    expect((await fetch(`${url}practices`)).url).toBe(`${url}practices/`);
  });

  it('serves a new build that took the place of the old one', async () => {
    const folder = temporaryFolder(files);
    const url = await serving('/', folder);
    await fetch(url);
    const parent = temporaryFolder({ 'new/index.html': '<h1>新的、更长的首页</h1>' });
    renameSync(folder, join(parent, 'old'));
    renameSync(join(parent, 'new'), folder);
    expect(await (await fetch(url)).text()).toContain('新的、更长的首页');
  });

  it('names a taken port and the way out', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    await expect(serve(temporaryFolder(files), { port })).rejects.toThrow(`端口 ${port} 已被占用`);
  });

  it('forbids pages all but their own files', async () => {
    const answer = await fetch(await serving());
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  });
});

describe('portFrom', () => {
  it.each([
    [{}, 4321],
    [{ PORT: '' }, 4321],
    [{ PORT: '8080' }, 8080],
  ])('%o is %i', (env, port) => {
    expect(portFrom(env)).toBe(port);
  });

  it.each(['abc', '-1', '65536', '80.5'])('refuses PORT=%s', (PORT) => {
    expect(() => portFrom({ PORT })).toThrow(PORT);
  });
});
