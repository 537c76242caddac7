import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureChromium } from './chromium.ts';
import { temporaryFolder, writeFiles } from './folder.ts';

/** An invented machine: programs are small shell scripts, and apt-get "installs" into the same folder. */
function machine(programs: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [name, script] of Object.entries(programs)) {
    writeFiles(folder, { [name]: `#!/bin/sh\n${script}\n` });
    chmodSync(join(folder, name), 0o755);
  }
  vi.stubEnv('PATH', folder);
  return folder;
}

const font = 'echo "Noto Sans CJK SC"';
const noFont = 'true';
/** Writes down what it was asked, and makes a browser and a font appear. */
const apt = [
  'here=$(/usr/bin/dirname "$0")',
  'echo "$DEBIAN_FRONTEND $*" >> "$here/log"',
  'echo > "$here/chromium"',
  `printf '#!/bin/sh\\n${font}\\n' > "$here/fc-list"`,
].join('\n');
/** `sudo -n` that asks for no password. */
const sudo = { sudo: 'shift\nexec "$@"', true: '', env: 'exec /usr/bin/env "$@"' };

beforeEach(() => {
  vi.stubEnv('CHROME_PATH', '');
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  return () => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  };
});

describe.runIf(process.platform === 'linux')('ensureChromium on a Debian', () => {
  it('takes the browser that is on PATH and installs nothing', () => {
    const folder = machine({ chromium: '', 'fc-list': font, 'apt-get': apt });
    expect(ensureChromium()).toBe(join(folder, 'chromium'));
    expect(existsSync(join(folder, 'log'))).toBe(false);
  });

  it('takes the browser that CHROME_PATH names', () => {
    const folder = machine({ 'my-browser': '', 'fc-list': font });
    vi.stubEnv('CHROME_PATH', join(folder, 'my-browser'));
    expect(ensureChromium()).toBe(join(folder, 'my-browser'));
  });

  it('does not look elsewhere where CHROME_PATH names nothing', () => {
    machine({ chromium: '', 'fc-list': font });
    vi.stubEnv('CHROME_PATH', '/nowhere/chrome');
    expect(ensureChromium).toThrow('/nowhere/chrome');
  });

  it('installs a browser and a font where both are missing', () => {
    vi.spyOn(process, 'getuid').mockReturnValue(0);
    const folder = machine({ 'fc-list': noFont, 'apt-get': apt });
    expect(ensureChromium()).toBe(join(folder, 'chromium'));
    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe(
      'noninteractive update\nnoninteractive install -y --no-install-recommends chromium fonts-noto-cjk fontconfig\n',
    );
  });

  it('installs a font alone where the browser is there', () => {
    vi.spyOn(process, 'getuid').mockReturnValue(0);
    const folder = machine({ chromium: '', 'fc-list': noFont, 'apt-get': apt });
    ensureChromium();
    expect(readFileSync(join(folder, 'log'), 'utf8')).toContain('--no-install-recommends fonts-noto-cjk fontconfig');
  });

  it('uses sudo where that asks for no password', () => {
    vi.spyOn(process, 'getuid').mockReturnValue(1000);
    const folder = machine({ 'fc-list': font, 'apt-get': apt, ...sudo });
    expect(ensureChromium()).toBe(join(folder, 'chromium'));
    expect(readFileSync(join(folder, 'log'), 'utf8')).toContain('noninteractive install -y --no-install-recommends chromium');
  });

  it('says what to install where it may not install', () => {
    vi.spyOn(process, 'getuid').mockReturnValue(1000);
    machine({ 'fc-list': noFont, 'apt-get': apt, sudo: 'exit 1' });
    expect(ensureChromium).toThrow('sudo apt-get install chromium fonts-noto-cjk');
  });

  it('says what to install where there is no apt-get', () => {
    vi.spyOn(process, 'getuid').mockReturnValue(0);
    machine({ 'fc-list': font });
    expect(ensureChromium).toThrow('CHROME_PATH');
  });
});
