import { expect, it } from 'vitest';
import { loadPublished, readPublished } from '../../../src/intake/readings/readings.ts';
import { fixtureSite, practice } from '../../setup/fixture-site.ts';
import { build, keptFolders } from './kept-site.ts';

it('cases that are loaded together are those that were kept, with one list for equal practices or places, which cannot be changed', async () => {
  const folders = keptFolders(
    fixtureSite({
      'seeds/a.txt':
        '建宁县：网格管理服务群众\n2021-06-02 来源：三明日报\n建宁县划分120个网格，网格员办结事项3600件。\n各网格有党员30名。\n',
      'seeds/b.txt': '建宁县：网格再加力\n2022-06-02 来源：三明日报\n建宁县划分130个网格。\n',
      'content/practices/grid-governance.md': practice('网格', 'grid governance', 'governance'),
    }),
  );
  const packs = (await build(folders)).survey.entries.map(({ pack }) => pack);
  const loaded = loadPublished(folders, packs).map(({ entry }) => entry);
  expect(loaded).toEqual(packs.map((pack) => readPublished(folders, pack).entry));
  const lists = loaded.flatMap(({ blocks, figures }) => [...blocks, ...figures].map(({ practices }) => practices));
  const grids = lists.filter((list) => list.join() === 'grid-governance');
  expect(grids.length).toBeGreaterThan(3);
  expect(new Set(grids).size).toBe(1);
  expect(() => grids[0]?.push('party-building')).toThrow(TypeError);
});
