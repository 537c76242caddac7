import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesOf } from '../../src/site/output/files-of.ts';
import { casebook, program } from '../setup/command.ts';
import { fixtureSite } from '../setup/fixture-site.ts';
import { temporaryFolder } from '../setup/folder.ts';
import { sumsOf } from '../setup/tree.ts';

/** Whether this machine lets us mount a small disk of our own: root, and everybody where user namespaces are allowed. */
const canMount = spawnSync('unshare', ['--map-root-user', '--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;

/** In a disk of `$size` bytes of its own: the site, what earlier builds keep, and nothing else. Says what became of them. */
const onSmallDisk = `
mount -t tmpfs -o size="$size" none "$disk" && cp -r "$site"/. "$disk" && mkdir "$disk/cache" || exit 99
mount --bind "$disk/cache" "$program/node_modules/.casebook" || exit 99
CASEBOOK_SITE="$disk" "$node" "$program/src/cli/main.mjs" build
status=$?
[ "$(echo $(ls "$disk"))" = "cache content dist public seeds" ] || echo "left behind: $(ls "$disk")"
[ "$status" = 0 ] || diff -r "$site/dist" "$disk/dist"
exit $status
`;

function run(command: string, args: readonly string[], env: Record<string, string>): SpawnSyncReturns<string> {
  const { CASEBOOK_SITE, CASEBOOK_OUT, NODE_ENV, VITEST, ...inherited } = process.env;
  return spawnSync(command, args, { encoding: 'utf8', env: { ...inherited, node: process.execPath, program, ...env } });
}

describe.runIf(canMount)('a build on a disk that is too small', () => {
  let whole = 0;

  beforeAll(async () => {
    const site = fixtureSite();
    expect(await casebook(['build'], { CASEBOOK_SITE: site })).toMatchObject({ status: 0 });
    const out = join(site, 'dist');
    whole = filesOf(out).reduce((sum, path) => sum + statSync(join(out, path)).size, 0);
  });

  // Full while the entries are kept, while scripts are bundled, while pages are written, moved, indexed, summed.
  it.each([0.03, 0.2, 0.8, 1.1, 1.8, 2.3])('of %d times what the site takes says so, and leaves the old output whole', (part) => {
    const { status, stdout, stderr } = run('unshare', ['--map-root-user', '--mount', 'sh', '-c', onSmallDisk], {
      size: String(Math.ceil((part * whole) / 4096 + 12) * 4096),
      site: fixtureSite(),
      disk: temporaryFolder(),
    });
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('磁盘已满') });
    expect(stderr).toContain('请清理磁盘后再试；原来的输出没有改动。');
    expect(stdout + stderr).not.toMatch(/left behind|diff|Only in|程序出错/);
  });

  it('that is large enough goes through', () => {
    const size = String(Math.ceil(whole / 4096) * 4096 * 8 + 2 ** 22);
    const small = { size, site: fixtureSite(), disk: temporaryFolder() };
    expect(run('unshare', ['--map-root-user', '--mount', 'sh', '-c', onSmallDisk], small)).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('a build whose files may not grow', () => {
  it.each([0, 8, 64])('beyond %d blocks says so, and leaves the old output whole', (blocks) => {
    const site = fixtureSite();
    const before = sumsOf(join(site, 'dist'));
    const { status, stderr } = run('sh', ['-c', `ulimit -f ${blocks}; "$node" "$program/src/cli/main.mjs" build`], { CASEBOOK_SITE: site });
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('文件超过了系统允许的大小') });
    expect(sumsOf(join(site, 'dist'))).toEqual(before);
    expect(readdirSync(site).sort()).toEqual(['content', 'dist', 'public', 'seeds']);
  });
});
