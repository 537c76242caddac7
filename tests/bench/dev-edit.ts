import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { program } from '../setup/command.ts';
import { freePort } from '../setup/free-port.ts';
import { changedArticle, changedWord, changeWord } from './site-corpus.ts';
import { main } from './timed-build.ts';

/** How often an edit is tried. */
const tries = 5;
/** Milliseconds between two looks at the page. */
const interval = 20;

/**
 * `npm run dev` as an editor knows it: seconds from the start to the first page, then from saving an article with one changed word
 * to the page that shows it, asked for again and again as a browser does that reloads.
 */
export async function devEdit(site: string): Promise<Record<string, string>[]> {
  const port = await freePort();
  const started = performance.now();
  const server = spawn(process.execPath, [main, 'dev'], {
    cwd: program,
    env: { ...process.env, CASEBOOK_SITE: site, PORT: String(port) },
    stdio: 'ignore',
  });
  const ended = once(server, 'exit');
  const shows = async (word: string) => {
    while (server.exitCode === null) {
      const page = await fetch(`http://127.0.0.1:${port}/cases/${changedArticle}.html`).then(
        (response) => response.text(),
        () => '',
      );
      if (page.includes(word)) return performance.now();
      await setTimeout(interval);
    }
    throw new Error('The server ended before it showed the page.');
  };
  const rows = [{ step: 'from the start to the first page', s: seconds((await shows('</html>')) - started) }];
  for (let at = 0; at < tries; at += 1) {
    const saved = performance.now();
    changeWord(site, at + 1);
    rows.push({ step: `changed word ${at + 1} on its page`, s: seconds((await shows(changedWord(at + 1))) - saved) });
  }
  server.kill();
  await ended;
  return rows;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}
