import { mkdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packKit } from '../kit/pack-kit.ts';
import { platforms } from '../kit/platforms.ts';
import { siteFolders } from '../site/folders.ts';
import { Refusal } from '../site/refusal.ts';
import { givenPath } from './given-path.ts';
import { asTyped } from './launcher.ts';
import { endOnSignals } from './process.ts';
import type { Run } from './run.ts';
import { today } from './today.ts';

const names = platforms.map(({ name }) => name).join('、');
const usage = `写法：npm run kit -- 平台……，平台是 ${names}；不写就是全部。--to 后面写存放的文件夹。`;

/** Packs an archive for each platform named, or for all; status 1 where one could not be made, after the others were. */
export const kit: Run = async (_given, args) => {
  endOnSignals();
  const { wanted, to } = readArguments(args);
  const folders = siteFolders();
  const folder = to === undefined ? join(folders.site, 'kits') : givenPath(to);
  mkdirSync(folder, { recursive: true });
  let failed = 0;
  for (const platform of wanted) {
    console.log(`制作 ${platform.name} 的离线包……`);
    const file = join(folder, `casebook.${platform.name}.${today()}.${platform.archive}`);
    try {
      await packKit(folders, platform, file);
      console.log(`完成：${relative(process.cwd(), file) || file}（${(statSync(file).size / 2 ** 20).toFixed(0)} MB）`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      failed += 1;
      console.error(asTyped(`\n${error.message}\n→ ${error.hint}`));
    }
  }
  if (failed < wanted.length) console.log('离线包里有 seeds/ 的原件，请只交给可以看原件的人。解压后先看“使用说明.txt”。');
  return failed > 0 ? 1 : 0;
};

function readArguments(args: readonly string[]) {
  const at = args.indexOf('--to');
  const to = at < 0 ? undefined : args[at + 1];
  if (at >= 0 && (to === undefined || to.startsWith('-'))) throw new Refusal('--to 后面没有写文件夹', usage);
  const given = at < 0 ? args : args.toSpliced(at, 2);
  const unknown = given.find((name) => !platforms.some((platform) => platform.name === name));
  if (unknown !== undefined) throw new Refusal(`没有“${unknown}”这个平台`, usage);
  return { wanted: platforms.filter(({ name }) => given.length === 0 || given.includes(name)), to };
}
