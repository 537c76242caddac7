import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../src/styles');
const files = readdirSync(folder).sort();
const read = (file: string) => readFileSync(join(folder, file), 'utf8').replaceAll(/\/\*.*?\*\//gs, '');

/** Declarations of the first rule of tokens.css whose selector is exactly this one. */
function tokens(selector: string): Record<string, string> {
  const [, body = ''] = read('tokens.css').split(`${selector} {`);
  return Object.fromEntries([...(body.split('}')[0] ?? '').matchAll(/([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));
}

const light = tokens(':root');
const dark = { ...light, ...tokens(':root[data-theme="dark"]') };
const grounds = {
  浅色: light,
  深色: dark,
  '浅色，高对比': { ...light, ...tokens(':root[data-contrast="high"]') },
  '深色，高对比': { ...dark, ...tokens(':root[data-contrast="high"]'), ...tokens(':root[data-theme="dark"][data-contrast="high"]') },
};

/** Every text that stands on a ground somewhere in the site. */
const texts: [text: string, ...grounds: string[]][] = [
  ['--ink', '--paper', '--paper-raised', '--highlight', '--mark', '--shade-1', '--shade-2', '--shade-3'],
  ['--ink-soft', '--paper', '--paper-raised', '--highlight'],
  ['--action', '--paper', '--paper-raised', '--highlight'],
  ['--action-ink', '--action'],
  ['--paper', '--ink'],
  ['--shade-dark-ink', '--shade-4', '--shade-5'],
];
const pairs = texts.flatMap(([text, ...on]) => on.map((ground) => ({ text, ground })));

describe.each(Object.entries(grounds))('%s', (name, colours) => {
  const least = name.includes('高对比') ? 7 : 4.5;

  it.each(pairs)(`has $text readable on $ground`, ({ text, ground }) => {
    const needed = ground.startsWith('--shade') ? 4.5 : least;
    expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(needed);
  });

  it('shows borders of what can be filled in and the focus ring', () => {
    for (const line of ['--ink-soft', '--action']) expect(contrast(colours[line], colours['--paper'])).toBeGreaterThanOrEqual(3);
  });
});

it('is as dark by the system as by choice', () => {
  const system = read('tokens.css').split('prefers-color-scheme: dark')[1];
  expect(system).toBeDefined();
  expect(tokens(':root:not([data-theme])')).toEqual(tokens(':root[data-theme="dark"]'));
  expect(tokens(':root[data-contrast="high"]:not([data-theme])')).toEqual(tokens(':root[data-theme="dark"][data-contrast="high"]'));
});

it.each(files.filter((file) => file !== 'tokens.css'))('%s names no colour of its own', (file) => {
  const literal = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color|color-mix)a?\(|:\s*(?:white|black|red|gr[ae]y)\b/gi;
  expect([...read(file).matchAll(literal)].map(([found]) => found)).toEqual([]);
});

it.each(files)('%s uses only tokens that there are', (file) => {
  const made = new Set(files.flatMap((each) => [...read(each).matchAll(/(--[\w-]+):/g)].map(([, name]) => name)));
  const unknown = [...read(file).matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name).filter((name) => !made.has(name));
  expect(unknown).toEqual([]);
});

it.each(files)('%s has no text under 14 pixels', (file) => {
  const sizes = [...read(file).matchAll(/font-size:\s*([\d.]+)(rem|px)/g)].map(
    ([, size, unit]) => Number(size) * (unit === 'rem' ? 16 : 1),
  );
  expect(sizes.filter((size) => size < 14)).toEqual([]);
});

/** Ratio of contrast after WCAG 2.2, from 1 to 21; of colours written `#rrggbb`. */
function contrast(one: string | undefined, other: string | undefined): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string | undefined): number {
  const channels = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(colour ?? '');
  if (!channels) throw new Error(`${colour} is not a colour as #rrggbb.`);
  const [red = 0, green = 0, blue = 0] = channels.slice(1).map((channel) => {
    const value = Number.parseInt(channel, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
