import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, onPath } from './debian.ts';

/** Where browsers of Chromium's family are usually installed. Names without a folder are looked up on PATH. */
const places: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', '/snap/bin/chromium'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'chromium',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(
      (path) => join(process.env[name] ?? 'C:\\', path),
    ),
  ),
};

/** Debian's packages for the two things that the browser tests need. */
const packages = { browser: 'chromium', font: 'fonts-noto-cjk' };

/**
 * Path of a Chromium; `CHROME_PATH` names one. Where the machine has none, or no font for Chinese, and it is a Debian on
 * which we may install, installs them; else throws and says what to install. Never skips.
 */
export function ensureChromium(): string {
  const missing = [...(findChromium() ? [] : [packages.browser]), ...(hasChineseFont() ? [] : [packages.font])];
  if (missing.length > 0) install(missing);
  const found = findChromium();
  if (!found) throw new Error(advice([packages.browser]));
  if (!hasChineseFont()) throw new Error(advice([packages.font]));
  return found;
}

function findChromium(): string | undefined {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH=${named} does not exist. Name the browser's program file, or unset it.`);
  }
  return places[process.platform]?.map(onPath).find((path) => path !== undefined);
}

/** Only Linux comes without: pages without such a font have boxes for text, and other widths. */
function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true;
  const list = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return list.status === 0 && list.stdout.trim() !== '';
}

function install(names: readonly string[]): void {
  // fc-list, which tells whether a font is there, comes with fontconfig.
  if (!installPackages([...names, 'fontconfig'], 'the browser tests')) throw new Error(advice(names));
}

function advice(names: readonly string[]): string {
  return [
    `The browser tests need ${names.join(' and ')}, which this machine does not have.`,
    `Debian, Ubuntu: sudo apt-get install ${names.join(' ')}`,
    'Elsewhere: install Chromium, Chrome or Edge (and a font for Chinese), or set CHROME_PATH to its program file.',
  ].join('\n');
}
