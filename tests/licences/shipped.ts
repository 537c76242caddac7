import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Pagefind is no import: the search loads the script that Pagefind writes beside its index. */
const writtenByPagefind = 'pagefind';

/** The packages whose code reaches a reader's browser, and the file that imports each: from the scripts of pages on. */
export function shippedPackages(root: string): Map<string, string> {
  const shipped = new Map([[writtenByPagefind, 'src/search/page/pagefind.ts']]);
  const open = startsOf(root);
  const seen = new Set<string>();
  for (let file = open.pop(); file; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const address of importsIn(readFileSync(file, 'utf8'))) {
      if (address.startsWith('.')) open.push(join(dirname(file), address));
      else shipped.set(packageOf(address), relative(root, file));
    }
  }
  return shipped;
}

/** What components and pages make into scripts: `?worker&url`, and the scripts that stand in them. */
function startsOf(root: string): string[] {
  return globSync('src/**/*.astro', { cwd: root }).flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const named = [...text.matchAll(/from '(\.[^']+\.ts)\?[^']*url'/g)].map(([, address = '']) => address);
    const inline = [...text.matchAll(/<script>(.*?)<\/script>/gs)].flatMap(([, code = '']) =>
      importsIn(code).filter((each) => each.startsWith('.')),
    );
    return [...named, ...inline].map((address) => join(root, dirname(path), address)).filter((file) => existsSync(file));
  });
}

/** Addresses that code imports when it runs; types are gone by then. */
function importsIn(code: string): string[] {
  return [...code.matchAll(/^\s*(?:import|export)\s(?!type\s)(?:[^'";=]*?\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/gm)]
    .map((match) => match[1] ?? match[2] ?? '')
    .map((address) => address.replace(/\?.*$/, ''));
}

function packageOf(address: string): string {
  return address
    .split('/')
    .slice(0, address.startsWith('@') ? 2 : 1)
    .join('/');
}
