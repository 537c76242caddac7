import { existsSync } from 'node:fs';
import { siteFolders } from '../site/folders.ts';
import { compareWithSums, sumsName } from '../site/output/sums.ts';
import { Refusal } from '../site/refusal.ts';
import { givenPath } from './given-path.ts';
import type { Run } from './run.ts';

/** What is said of each kind of difference, and what to do about it. */
const kinds = {
  missing: ['缺少', '请从生成的文件夹重新拷贝。'],
  changed: ['内容不同', '拷贝没有完成，或有人改过。请重新拷贝；若服务器自动改动文件，请关掉那项功能。'],
  surplus: ['多出', '不在清单里，可能是旧版留下的，其中也许有已经撤下的页面。请删除，或用新的文件夹整个替换旧的。'],
} as const;

/** Compares a copied site with its sums; status 1 where anything differs. */
export const verify: Run = async (_, args) => {
  const [given, ...more] = args;
  if (more.length > 0 || given?.startsWith('-')) throw new Refusal('只能写一个文件夹', '例如：npm run verify -- D:\\wwwroot\\anli');
  const folder = given === undefined ? siteFolders().out : givenPath(given);
  if (!existsSync(folder)) throw new Refusal(`没有这个文件夹：${folder}`, '请写上网站所在的文件夹：npm run verify -- 文件夹');
  const differences = compareWithSums(folder);
  if (!differences) {
    throw new Refusal(`${folder} 里没有可用的清单 ${sumsName}`, '请确认这是 npm run build 生成的网站，并连同这个文件一起拷贝。');
  }
  const lines = (['missing', 'changed', 'surplus'] as const).flatMap((kind) => {
    const [label, advice] = kinds[kind];
    const paths = differences[kind];
    return paths.length === 0 ? [] : [`${label} ${paths.length} 个文件。${advice}`, ...paths.map((path) => `  ${path}`)];
  });
  console.log(lines.length === 0 ? `与清单一致：${folder}` : lines.join('\n'));
  return lines.length === 0 ? 0 : 1;
};
