/** Lighthouse as a program of its own: it brings 85 packages (176 MB), so it is fetched where it is asked for and is no dependency. */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { program } from '../setup/command.ts';

const version = '13.5.0';

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof categories)[number];

export const devices = ['desktop', 'mobile'] as const;

export interface Measured {
  page: string;
  device: (typeof devices)[number];
  /** 0 to 1. */
  scores: Record<Category, number>;
  /** Audits of these categories that did not get all their points, with Lighthouse's own title and value. */
  failed: string[];
}

interface Audit {
  id: string;
  title: string;
  score: number | null;
  displayValue?: string;
}

/** What of Lighthouse's report is read here. */
interface LighthouseReport {
  categories: Record<Category, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, Audit>;
  runtimeError?: { message: string };
}

/** Path of Lighthouse's program; the first call installs it beside the builds' caches. */
export function ensureLighthouse(): string {
  const tools = join(program, 'node_modules/.casebook/tools');
  const folder = join(tools, `lighthouse-${version}`);
  if (!existsSync(folder)) {
    mkdirSync(tools, { recursive: true });
    const fetching = mkdtempSync(join(tools, 'fetching-'));
    console.log(`Fetching lighthouse@${version} and what it needs (176 MB) ...`);
    writeFileSync(join(fetching, 'package.json'), '{ "private": true }\n');
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefix', fetching];
    execFileSync('npm', ['install', ...options, `lighthouse@${version}`], { cwd: fetching, stdio: ['ignore', 'ignore', 'inherit'] });
    // Under its last name it is whole, whoever else fetches it at the same time.
    renameSync(fetching, folder);
  }
  return join(folder, 'node_modules/lighthouse/cli/index.js');
}

export interface Measurement {
  lighthouse: string;
  chromium: string;
  /** Address of the site, with its closing slash. */
  url: string;
  page: string;
  device: Measured['device'];
}

/** Measures one page in a fresh browser. Throws where Lighthouse cannot. */
export async function measurePage({ lighthouse, chromium, url, page, device }: Measurement): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-lighthouse-'));
  try {
    const file = join(folder, 'report.json');
    const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'].join(' ');
    const options = ['--quiet', '--output=json', `--output-path=${file}`, '--no-enable-error-reporting', `--chrome-flags=${flags}`];
    const preset = device === 'desktop' ? ['--preset=desktop'] : [];
    const only = `--only-categories=${categories.join(',')}`;
    await promisify(execFile)(process.execPath, [lighthouse, url + page, ...options, ...preset, only], {
      env: { ...process.env, CHROME_PATH: chromium },
    });
    return { page, device, ...read(JSON.parse(readFileSync(file, 'utf8')) as LighthouseReport) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(report: LighthouseReport): Pick<Measured, 'scores' | 'failed'> {
  if (report.runtimeError) throw new Error(report.runtimeError.message);
  const counted = new Set(
    categories.flatMap((name) => report.categories[name].auditRefs.flatMap(({ id, weight }) => (weight > 0 ? [id] : []))),
  );
  const failed = [...counted].flatMap((id) => {
    const { title, score, displayValue } = report.audits[id] as Audit;
    return score !== null && score < 1 ? [`${id} (${score}): ${title}${displayValue ? `, ${displayValue}` : ''}`] : [];
  });
  return { scores: Object.fromEntries(categories.map((name) => [name, report.categories[name].score ?? 0])) as Measured['scores'], failed };
}
