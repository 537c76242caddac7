import type { Finding } from './findings.ts';
import { sha256 } from './sha256.ts';
import type { Site } from './site.ts';

/** Lines of `sha256sum`: a sum, a space, a space or `*`, and the path; a line with a backslash before it has escapes in its path. */
export function readSums(text: string): Map<string, string> {
  const sums = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const [, escaped, sum, path] = /^(\\?)([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (sum && path) sums.set(escaped ? path.replace(/\\([\\n])/g, (_, char: string) => (char === 'n' ? '\n' : char)) : path, sum);
  }
  return sums;
}

/** The sums of this build; empty where the server does not send them. */
export async function sumsOf(site: Site): Promise<Map<string, string>> {
  const response = await site.ask('SHA256SUMS');
  return readSums(response.ok ? await response.text() : '');
}

/** Files that a server reads itself and does not send. */
const serversOwn = new Set(['web.config', '.htaccess']);

/** Files asked for at the same time. */
const together = 8;

/** Every file of the build, compared with its sum. */
export async function examineAll(
  site: Site,
  progress: (done: number, of: number) => void,
): Promise<{ findings: Finding[]; files: number }> {
  const sums = [...(await sumsOf(site))].filter(([path]) => !serversOwn.has(path));
  const findings: Finding[] = [];
  for (let done = 0; done < sums.length; done += together) {
    progress(done, sums.length);
    const compared = await Promise.all(sums.slice(done, done + together).map(([path, sum]) => compare(path, sum, site)));
    findings.push(...compared.flatMap((finding) => finding ?? []));
  }
  return { findings, files: sums.length };
}

async function compare(path: string, sum: string, site: Site): Promise<Finding | undefined> {
  try {
    const response = await site.ask(path);
    if (!response.ok) return { id: 'refused', detail: `${path}：状态 ${response.status}` };
    return sha256(new Uint8Array(await response.arrayBuffer())) === sum ? undefined : { id: 'changed', detail: path };
  } catch (error) {
    console.info(path, String(error));
    return { id: 'unreachable', detail: path };
  }
}
