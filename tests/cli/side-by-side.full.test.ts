import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { earlierOutput, fixtureSite } from '../setup/fixture-site.ts';
import { programCopy, runCopy } from '../setup/program-copy.ts';

/** Enough articles for threads that lay indexes. */
const site = fixtureSite(
  Object.fromEntries(
    Array.from({ length: 64 }, (_, i) => [
      `seeds/a${i}.txt`,
      `建宁县：网格管理的第${i + 1}条经验\n2021-06-02 来源：三明日报\n建宁县划分${120 + i}个网格，由党员担任网格员，办结事项${3600 + i}件。\n`,
    ]),
  ),
);

const throwing = (what: string) => `throw new Error('${what}')`;

describe('pages and the search index, made side by side', () => {
  it.each<{ name: string; changes: Record<string, [string, string]>; told: string; ended: RegExp }>([
    {
      name: 'where the pages fail, an index that would never end is ended',
      changes: {
        'src/components/RelatedCases.astro': ['---\n', `---\n${throwing('no page')};\n`],
        'src/search/build/index-worker.ts': [
          '(answerIndexTask)',
          "((task) => ('lay' in task ? new Promise(() => setInterval(() => undefined, 1000)) : answerIndexTask(task)))",
        ],
      },
      told: 'no page',
      ended: /生成页面和检索索引/,
    },
    {
      name: 'where a thread of the index fails, the pages come to their end first',
      changes: {
        'src/search/build/shard.ts': ['const index = openPagefindIndex', `${throwing('no index')};\n  const index = openPagefindIndex`],
      },
      told: 'no index',
      ended: /整理页面/,
    },
    {
      name: 'where the index fails in the thread of the build, too',
      changes: {
        'src/search/build/suggestions.ts': ['  return [...suggestPractices', `  ${throwing('no list')};\n  return [...suggestPractices`],
      },
      told: 'no list',
      ended: /整理页面/,
    },
  ])('$name, the failure is told and the output stays', async ({ changes, told, ended }) => {
    const { status, stdout, stderr } = await runCopy(programCopy(changes), ['build'], { CASEBOOK_SITE: site });
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining(told) });
    expect(stdout).toMatch(ended);
    expect(readFileSync(join(site, 'dist/index.html'), 'utf8')).toBe(earlierOutput['dist/index.html']);
    expect(readdirSync(site).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
    expect(existsSync(join(site, 'dist/search'))).toBe(false);
  });
});
