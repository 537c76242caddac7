import { existsSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { restoreBackup } from '../backup/restore-backup.ts';
import { writeBackup } from '../backup/write-backup.ts';
import { siteFolders } from '../site/folders.ts';
import { Refusal } from '../site/refusal.ts';
import { givenPath } from './given-path.ts';
import { asTyped } from './launcher.ts';
import type { Run } from './run.ts';
import { today } from './today.ts';

/** Packs what people wrote or received into one zip: named on the command line, else in the site's folder with today's date. */
export const backup: Run = async (_given, args) => {
  const [given, ...more] = args;
  if (more.length > 0 || given?.startsWith('-')) throw new Refusal('只能写一个文件名', '例如：npm run backup -- E:\\备份\\anli.zip');
  const folders = siteFolders();
  const file = given === undefined ? join(folders.site, `backup.${today()}.zip`) : givenPath(given);
  if (existsSync(file)) throw new Refusal(`文件已存在：${file}`, '请换一个文件名，或先移走它。');
  const files = writeBackup(folders, file);
  const size = (statSync(file).size / 2 ** 20).toFixed(1);
  console.log(`完成：${relative(process.cwd(), file) || file}（${files} 个文件，${size} MB）。请存到另一台机器或另一块盘上。`);
  console.log('里面有收到的原件，请只交给可以看原件的人。');
  return 0;
};

/** Brings a backup back into the site's folder. */
export const restore: Run = async (given, args) => {
  const [file, ...more] = args.filter((arg) => arg !== '--replace');
  if (file === undefined || more.length > 0 || file.startsWith('-')) {
    throw new Refusal('要写一个备份文件', '例如：npm run restore -- E:\\备份\\anli.zip');
  }
  const folders = siteFolders();
  const { files, aside } = restoreBackup(folders, givenPath(file), { replace: given.has('--replace') });
  console.log(`已恢复 ${files} 个文件到 ${folders.site}。`);
  if (aside) console.log(`原有的移到了 ${aside}，核对无误后可以删除。`);
  console.log(asTyped('请运行 npm run check 核对，再运行 npm run build。'));
  return 0;
};
