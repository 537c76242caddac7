import { existsSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { entriesOf } from '../archive/entry.ts';
import { writeZip } from '../archive/zip.ts';
import { siteFolders } from '../site/folders.ts';
import { isOurs } from '../site/output/output.ts';
import { compareWithSums } from '../site/output/sums.ts';
import { Refusal } from '../site/refusal.ts';
import { givenPath } from './given-path.ts';
import type { Run } from './run.ts';
import { today } from './today.ts';

/** Packs the built site into a zip to hand over: named on the command line, else beside the output with today's date. */
export const packSite: Run = async (_, args) => {
  const { out } = siteFolders();
  const [given, ...more] = args;
  if (more.length > 0 || given?.startsWith('-')) throw new Refusal('只能写一个文件名', '例如：npm run package -- anli.zip');
  if (!existsSync(out) || !isOurs(out)) throw new Refusal(`还没有生成的网站：${out}`, '请先运行 npm run build。');
  const differences = compareWithSums(out);
  if (!differences || Object.values(differences).some((paths: string[]) => paths.length > 0)) {
    throw new Refusal(`${out} 与它的清单不一致`, '请重新运行 npm run build，不要改动生成的文件；npm run verify 会列出不一致的文件。');
  }
  const file = given === undefined ? `${out}.${today()}.zip` : givenPath(given);
  if (existsSync(file)) throw new Refusal(`文件已存在：${file}`, '请换一个文件名，或先移走它。');
  writeZip(file, entriesOf(out), `请直接拷贝 ${out}。`);
  const size = (statSync(file).size / 1024 / 1024).toFixed(1);
  console.log(
    `完成：${relative(process.cwd(), file) || file}（${size} MB）。解压到网页服务器的任何一个文件夹即可；里面的 SHA256SUMS 是文件清单。`,
  );
  return 0;
};
