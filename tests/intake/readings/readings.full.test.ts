import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fixtureSite, practice } from '../../setup/fixture-site.ts';
import { build, change, cleanBuild, keptFolders } from './kept-site.ts';

const words = ['跨村联建', '网格', '积分', '桃源镇', '大田县', '建宁县', '增长20%', '党员', '问题'];
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }).map((all) => `${all.join('')}。\n`);
const source = fc.tuple(fc.constantFrom('lianjian', 'wangge', 'third'), fc.option(text));
const edit = fc.oneof(
  source.map(([name, words]) => ({ [`seeds/${name}.txt`]: words && `大田县：经验\n2021-06-02 来源：三明日报\n${words}` })),
  fc
    .tuple(
      fc.constantFrom('lianjian', 'wangge'),
      fc.constantFrom(
        'id: same\n',
        'hold: 等待\n',
        'redact: [大田县]\n',
        'title: 题\n',
        'practices: { remove: [{ practice: points }] }\n',
        null,
      ),
    )
    .map(([name, correction]) => ({ [`content/cases/${name}.yaml`]: correction })),
  fc.constantFrom('网格', '积分', '党员', null).map((signal) => ({
    'content/practices/points.md': signal && practice('积分', 'points', 'governance').replace('- 积分', `- ${signal}`),
  })),
  fc.constantFrom('wangge.txt', null).map((name) => ({ 'content/takedown.yaml': name && `- { source: ${name}, reason: 测试 }\n` })),
  fc.constantFrom('full', 'excerpt').map((publish) => ({ 'content/site.yaml': `name: 测试\npublish: ${publish}\n` })),
);

it('any edits one after the other leave what a clean build gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (edits) => {
      const folders = keptFolders(fixtureSite());
      for (const changes of edits) {
        for (const [path, content] of Object.entries(changes)) {
          if (content === null) rmSync(join(folders.site, path), { force: true });
          else change(folders.site, { [path]: content });
        }
        expect((await build(folders, { holdBad: true })).all).toBe((await cleanBuild(folders, { holdBad: true })).all);
      }
    }),
    { numRuns: 40 },
  );
});
