import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { siteFolders } from '../site/folders.ts';
import { isOurs, openOutput } from '../site/output/output.ts';
import { Refusal } from '../site/refusal.ts';
import { portFrom, serve } from '../site/serve.ts';
import { endOnSignals } from './process.ts';
import type { Run } from './run.ts';

export const preview: Run = async () => {
  const folders = siteFolders();
  // A build killed while it swapped left the old output beside its place.
  if (!existsSync(folders.out) && existsSync(dirname(folders.out))) openOutput(folders).close();
  if (!existsSync(folders.out) || !isOurs(folders.out)) {
    throw new Refusal(`还没有生成的网站：${folders.out}`, '请先运行 npm run build，或直接运行 npm start。');
  }
  const { url } = await serve(folders.out, { port: portFrom(process.env) });
  endOnSignals();
  console.log(`\n网站已在本机打开：${url}\n按 Ctrl+C 结束。`);
  return undefined;
};
