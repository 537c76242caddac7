import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { casebook, startCasebook } from '../setup/command.ts';
import { fixtureSite } from '../setup/fixture-site.ts';
import { temporaryFolder } from '../setup/folder.ts';
import { freePort } from '../setup/free-port.ts';

describe('casebook', () => {
  it.each([
    [['biuld'], '没有“biuld”这个命令'],
    [[], '没有写命令'],
    [['build', '--hold'], '没有“--hold”这个选项'],
    [['preview', '--json'], '没有“--json”这个选项'],
    [['constructor'], '没有“constructor”这个命令'],
  ])('%j is refused with a list of what there is', async (args, message) => {
    const { status, stdout, stderr } = await casebook(args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain('npm run build -- [--hold-bad] [--clean]');
  });

  it('says how to build where there is nothing to preview', async () => {
    const { status, stderr } = await casebook(['preview'], { CASEBOOK_OUT: temporaryFolder() });
    expect(status).toBe(1);
    expect(stderr).toContain('npm run build');
  });

  it('says that a port is taken before it builds', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const { status, stdout, stderr } = await casebook(['start'], { CASEBOOK_SITE: fixtureSite(), PORT: String(port) });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(`端口 ${port} 已被占用`);
  });

  it('builds, serves and says where', async () => {
    const site = fixtureSite();
    const port = await freePort();
    const { child, outcome } = startCasebook(['start'], { CASEBOOK_SITE: site, PORT: String(port) });
    onTestFinished(() => void child.kill());
    await new Promise<void>((resolve) => child.stdout.on('data', (text: string) => text.includes('按 Ctrl+C') && resolve()));
    const answer = await fetch(`http://127.0.0.1:${port}/cases/lianjian.html`);
    expect(await answer.text()).toContain('跨村联建促振兴');
    child.kill('SIGTERM');
    const { stdout, stderr } = await outcome;
    expect(stderr).toBe('');
    expect(stdout).toContain(`网站已在本机打开：http://127.0.0.1:${port}/`);
  });

  it('refuses a second build into the same output while one is running', async () => {
    const site = fixtureSite();
    const first = startCasebook(['build'], { CASEBOOK_SITE: site });
    await new Promise<void>((resolve) => first.child.stdout.once('data', () => resolve()));
    const second = await casebook(['build'], { CASEBOOK_SITE: site });
    expect(second.status).toBe(1);
    expect(second.stderr).toContain(`进程 ${first.child.pid}`);
    expect((await first.outcome).status).toBe(0);
    expect(readdirSync(site).sort()).toEqual(['content', 'dist', 'public', 'seeds']);
  });

  it('leaves the old output and nothing half-written when a build is interrupted', async () => {
    const site = fixtureSite();
    const { child, outcome } = startCasebook(['build'], { CASEBOOK_SITE: site });
    await new Promise<void>((resolve) => child.stdout.on('data', (text: string) => text.includes('生成页面') && resolve()));
    child.kill('SIGINT');
    expect((await outcome).status).toBe(130);
    expect(readdirSync(site).sort()).toEqual(['content', 'dist', 'public', 'seeds']);
    expect(readdirSync(`${site}/dist`).sort()).toEqual(['casebook.json', 'index.html']);
  });
});
