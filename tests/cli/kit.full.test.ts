import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openZip } from '../../src/archive/unzip.ts';
import { machineOf } from '../../src/kit/machine.ts';
import { platforms } from '../../src/kit/platforms.ts';
import { casebook, startProgram } from '../setup/command.ts';
import { fixtureSite } from '../setup/fixture-site.ts';
import { temporaryFolder, writeFiles } from '../setup/folder.ts';
import { freePort } from '../setup/free-port.ts';
import { sumsOf } from '../setup/tree.ts';

const own = platforms.find(({ name }) => name === `${process.platform}-${process.arch}`);
const kits = temporaryFolder();

function onPath(name: string): string {
  const candidates = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  const path = candidates.find((each) => existsSync(each));
  if (path === undefined) throw new Error(`This machine has no ${name}.`);
  return path;
}

describe.runIf(own?.os === 'linux')('the kit for this machine, unpacked where there is neither Node nor a network', () => {
  /** Whether we may have a network namespace of our own: without one the proxies lead nowhere, and npm's store is empty. */
  const canCut = spawnSync('unshare', ['--map-root-user', '--net', 'true']).status === 0;
  const home = temporaryFolder();
  const folder = join(temporaryFolder(), '离线 包');
  const unpacked = join(folder, 'casebook');
  const site = fixtureSite();
  const nowhere = 'http://127.0.0.1:9';
  const bare = {
    PATH: join(home, 'bin'),
    HOME: home,
    LANG: 'C',
    npm_config_cache: join(home, 'npm'),
    ...{ http_proxy: nowhere, https_proxy: nowhere, HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere },
  };

  function kit(args: readonly string[], env: Record<string, string> = {}) {
    const start = join(unpacked, 'casebook');
    const [command = '', ...rest] = canCut ? [onPath('unshare'), '--map-root-user', '--net', start] : [start];
    const { status, stdout, stderr } = spawnSync(command, [...rest, ...args], { cwd: home, env: { ...bare, ...env }, encoding: 'utf8' });
    return { status, stdout, stderr };
  }

  beforeAll(async () => {
    mkdirSync(bare.PATH);
    for (const name of ['sh', 'dirname']) symlinkSync(onPath(name), join(bare.PATH, name));
    const made = await casebook(['kit', own?.name ?? '', '--to', kits], { CASEBOOK_SITE: site });
    expect(made).toMatchObject({ status: 0, stderr: '' });
    const [archive = ''] = readdirSync(kits);
    expect(archive).toMatch(new RegExp(`^casebook\\.${own?.name}\\.\\d{4}-\\d{2}-\\d{2}\\.tar\\.gz$`));
    mkdirSync(folder);
    execFileSync('tar', ['-xzf', join(kits, archive), '-C', folder]);
    expect(await casebook(['build'], { CASEBOOK_SITE: site })).toMatchObject({ status: 0, stderr: '' });
  });

  it('has no other machine’s programs, and no tests', () => {
    const programs = readdirSync(join(unpacked, 'node_modules'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /(\.node|\.exe|^[^.]+)$/.test(entry.name))
      .map((entry) => machineOf(readFileSync(join(entry.parentPath, entry.name))));
    expect([...new Set(programs.filter((machine) => machine !== undefined))]).toEqual([own?.name]);
    expect(readdirSync(unpacked)).not.toContain('tests');
  });

  it('builds the same bytes as the checkout', () => {
    expect(kit(['build'])).toMatchObject({ status: 0, stderr: '' });
    expect(sumsOf(join(unpacked, 'dist'))).toEqual(sumsOf(join(site, 'dist')));
  });

  it('imports and checks', () => {
    writeFiles(home, {
      '新文章.txt': '将乐县：跨村联建出实招\n2024-05-06 来源：三明日报\n将乐县推行跨村联建，组建联村党委5个，带动19个村。\n',
    });
    expect(kit(['import', '新文章.txt'])).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('放入 1 个文件') });
    expect(kit(['check'])).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('可以发布 3 篇案例') });
  });

  it('shows the site', async () => {
    const port = await freePort();
    const { child, outcome } = startProgram(join(unpacked, 'casebook'), ['preview'], { ...bare, PORT: String(port) });
    onTestFinished(() => void child.kill());
    const page = () =>
      fetch(`http://127.0.0.1:${port}/cases/lianjian.html`).then(
        (answer) => answer.text(),
        () => '',
      );
    await expect.poll(page, { timeout: 30_000 }).toContain('跨村联建');
    child.kill('SIGTERM');
    expect((await outcome).stderr).toBe('');
  });

  it('backs up, restores into another folder, and builds the same bytes there', () => {
    const other = join(temporaryFolder(), '恢复');
    expect(kit(['build'])).toMatchObject({ status: 0 });
    expect(kit(['backup', 'b.zip'])).toMatchObject({ status: 0, stderr: '' });
    const restored = kit(['restore', 'b.zip'], { CASEBOOK_SITE: other });
    expect(restored).toMatchObject({ status: 0, stderr: '' });
    expect(restored.stdout).toContain('请运行 ./casebook check 核对，再运行 ./casebook build。');
    expect(kit(['build'], { CASEBOOK_SITE: other })).toMatchObject({ status: 0, stderr: '' });
    expect(sumsOf(join(other, 'dist'))).toEqual(sumsOf(join(unpacked, 'dist')));
  });

  it('of an older program leaves a site that today’s takes over: no address is lost, no page changes', async () => {
    const manifest = join(unpacked, 'package.json');
    const shared = fixtureSite({ dist: null });
    const out = join(shared, 'dist');
    const today = readFileSync(manifest, 'utf8');
    writeFiles(unpacked, { 'package.json': today.replace(/"version": "[^"]+"/, '"version": "0.0.9"') });
    expect(kit(['build'], { CASEBOOK_SITE: shared })).toMatchObject({ status: 0, stderr: '' });
    writeFiles(unpacked, { 'package.json': today });
    expect(readFileSync(join(out, 'casebook.json'), 'utf8')).toContain('"version": "0.0.9"');
    const old = sumsOf(out);
    const check = await casebook(['check'], { CASEBOOK_SITE: shared });
    expect(check).toMatchObject({ status: 0, stdout: expect.not.stringContaining('这次不会再有') });
    expect(await casebook(['build'], { CASEBOOK_SITE: shared })).toMatchObject({ status: 0, stderr: '' });
    const now = sumsOf(out);
    expect(Object.keys(now)).toEqual(Object.keys(old));
    expect(Object.keys(now).filter((path) => now[path] !== old[path])).toEqual(['SHA256SUMS', 'casebook.json']);
  });

  it('says that it has no tests', () => {
    expect(kit(['test'])).toMatchObject({ status: 1, stderr: expect.stringContaining('离线包里没有测试') });
  });
});

describe.each(platforms.filter((platform) => platform !== own))('the kit for $name', (platform) => {
  it('holds programs of that machine alone; where the registry lacks packages, they are named and nothing is left', async () => {
    const folder = temporaryFolder();
    const { status, stderr } = await casebook(['kit', platform.name, '--to', folder], { CASEBOOK_SITE: fixtureSite() });
    const [archive] = readdirSync(folder);
    if (archive === undefined) {
      const [, named = ''] = new RegExp(`^不能制作 ${platform.name} 的离线包，缺少：(.+)$`, 'm').exec(stderr) ?? [];
      expect(named).not.toBe('');
      // Each of them is truly one that npm cannot bring.
      const packed = named
        .split('、')
        .filter((name) => spawnSync('npm', ['view', name, 'version'], { encoding: 'utf8' }).stdout.trim() !== '');
      expect({ status, packed }).toEqual({ status: 1, packed: [] });
      return;
    }
    const machines = programsIn(join(folder, archive), platform.archive).map((bytes) => machineOf(bytes));
    expect(status).toBe(0);
    expect([...new Set(machines.filter((machine) => machine !== undefined))]).toEqual([platform.name]);
    expect(machines.filter((machine) => machine === platform.name).length).toBeGreaterThanOrEqual(6);
  });
});

const mayBeProgram = /(\.node|\.exe|\/[^./]+)$/;

/** The files of a kit that may be programs: the runtime, the compilers, the indexer. */
function programsIn(archive: string, kind: 'tar.gz' | 'zip'): Buffer[] {
  if (kind === 'zip') {
    const zip = openZip(archive);
    const programs = zip?.files.filter(({ path }) => mayBeProgram.test(path)).map((file) => file.read()) ?? [];
    zip?.close();
    return programs;
  }
  const folder = temporaryFolder();
  execFileSync('tar', ['-xzf', archive, '-C', folder]);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && mayBeProgram.test(`/${entry.name}`))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
}
