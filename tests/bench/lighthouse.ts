/**
 * Measures the built site with Lighthouse and says which audits a page does not pass. `npm run lighthouse`, after `npm run build`.
 * `--runs 3` takes the median of three; on a busy machine the performance is that of the machine. Nothing is asserted.
 */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { siteFolders } from '../../src/site/folders.ts';
import { filesOf } from '../../src/site/output/files-of.ts';
import { serve } from '../../src/site/serve.ts';
import { ensureChromium } from '../setup/chromium.ts';
import { faultyServer } from '../site/faulty-server.ts';
import { categories, devices, ensureLighthouse, type Measured, measurePage } from './lighthouse-program.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '1' }, page: { type: 'string', multiple: true } } });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number from 1 on.');

const { out } = siteFolders();
if (!existsSync(join(out, 'index.html'))) throw new Error(`${out} holds no site. Run npm run build first.`);

const lighthouse = ensureLighthouse();
const chromium = ensureChromium();
const site = await serve(out, { port: 0 });
// What preview sends, with its texts packed, as the settings for servers have it.
const packed = await faultyServer(site.url, (_path, answer) => answer);
const found: Measured[] = [];
for (const page of values.page ?? ['index.html', largest('cases'), largest('practices'), 'matrix.html', 'search.html']) {
  for (const device of devices) {
    const measured: Measured[] = [];
    for (let run = 0; run < runs; run += 1) measured.push(await measurePage({ lighthouse, chromium, url: packed.url, page, device }));
    found.push(median(measured));
    console.log(row(found.at(-1) as Measured));
  }
}
await packed.close();
await site.close();

console.table(found.map(row));
for (const { page, device, failed } of found) for (const audit of failed) console.log(`${page}, ${device}: ${audit}`);

/** The run that stands in the middle by performance. */
function median(measured: readonly Measured[]): Measured {
  const ordered = [...measured].sort((a, b) => a.scores.performance - b.scores.performance);
  return ordered[Math.floor(ordered.length / 2)] as Measured;
}

function row({ page, device, scores }: Measured): Record<string, string | number> {
  return { page, device, ...Object.fromEntries(categories.map((name) => [name, Math.round(scores[name] * 100)])) };
}

/** The page of a kind with the most on it. */
function largest(kind: string): string {
  const pages = filesOf(out).filter((file) => file.startsWith(`${kind}/`) && file.endsWith('.html') && !file.endsWith('/index.html'));
  const size = (file: string) => statSync(join(out, file)).size;
  const [first] = pages.sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1));
  if (first === undefined) throw new Error(`The site has no page under ${kind}/.`);
  return first;
}
