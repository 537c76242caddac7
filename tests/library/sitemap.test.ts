import { expect, it } from 'vitest';
import { sitemap } from '../../src/library/sitemap.ts';
import { block, entry, library, place, practice } from './hand-made.ts';

const ids = Array.from({ length: 60 }, (_, i) => `p${String(i).padStart(6, '0')}`);
const long = entry(
  'long',
  {
    place: place('350425'),
    blocks: ids.map((id) => block(id, '跨村联建')),
    methods: [{ id: 'si-lian', name: '四联', passages: ['p000001'] }],
  },
  { joint: Object.fromEntries(ids.map((id) => [id, ['跨村联建']])) },
);
const some = library([long], [practice('joint')]);

it('names every page that stands for itself, on the web', () => {
  const map = sitemap({ ...some, settings: { ...some.settings, address: 'https://dj.example.gov.cn/anli' } }) ?? '';
  const pages = [...map.matchAll(/<loc>https:\/\/dj\.example\.gov\.cn\/anli\/([^<]+)<\/loc>/g)].map(([, page]) => page);
  expect(pages).toEqual([
    ...['index.html', 'about.html', 'help.html', 'compare.html'],
    ...['cases/index.html', 'practices/index.html', 'places/index.html', 'methods/index.html', 'matrix.html', 'problems.html'],
    ...['cases/long.html', 'practices/joint.html', 'practices/joint/2.html'],
    ...['places/350000.html', 'places/350400.html', 'places/350425.html', 'methods/si-lian.html'],
  ]);
});

it('is not made of a site without an address', () => {
  expect(sitemap(some)).toBeUndefined();
});
