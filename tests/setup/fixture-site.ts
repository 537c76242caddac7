import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, writeFiles } from './folder.ts';

/** An invented article with all that a reader looks for: title, byline, place, practices, numbers. */
const article = `大田县：跨村联建促振兴
2022-03-18 09:30 来源：三明日报
近年来，大田县针对村级力量分散的问题，推行跨村联建，组建联村党委8个，带动32个村抱团发展。
一、组织联建
大田县桃源镇把相邻4个村联成一片，由联村党委统一谋划产业，村级集体经济收入增长20%。
`;

const other = `建宁县：网格管理服务群众
2021-06-02 来源：三明日报
建宁县把全县划分为120个网格，由党员担任网格员，收集群众诉求，办结事项3600件。
`;

/** A small site without a fault. */
const good: Record<string, string> = {
  'seeds/lianjian.txt': article,
  'seeds/wangge.txt': other,
  'content/site.yaml': 'name: 测试案例库\n',
  'content/groups.yaml': '- id: organisation\n  name: 组织建设\n- id: governance\n  name: 基层治理\n',
  'content/practices/cross-village-joint-building.mdx': practice('跨村联建', 'cross-village joint building', 'organisation'),
  'content/practices/grid-governance.md': practice('网格', 'grid governance', 'governance'),
  'content/pages/about.mdx': '---\ntitle: 关于\n---\n\n测试用的案例库。\n',
  'content/pages/help.mdx': '---\ntitle: 帮助\n---\n\n测试用的案例库。\n',
  'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
};

/** What an earlier build left: enough to see whether a later one touched it. */
export const earlierOutput: Record<string, string> = {
  'dist/casebook.json': '{\n  "generator": "casebook",\n  "contract": 1,\n  "version": "0.0.0"\n}\n',
  'dist/index.html': '<h1>上一次生成的首页</h1>',
};

/** A site's folder that lives as long as the test file runs: the good site with `changes` laid over it, null for a file or folder that is gone. */
export function fixtureSite(changes: Record<string, string | Buffer | null> = {}): string {
  const folder = temporaryFolder({ ...good, ...earlierOutput });
  for (const [path, content] of Object.entries(changes)) {
    if (content === null) rmSync(join(folder, path), { recursive: true });
    else writeFiles(folder, { [path]: content });
  }
  return folder;
}

/** A practice's file; `guide` is its body. */
export function practice(name: string, english: string, group: string, guide = `${name}是测试用的做法。`): string {
  return `---\nname: ${name}\nenglish: ${english}\ngroup: ${group}\nsignals:\n  - ${name}\n---\n\n${guide}\n`;
}
