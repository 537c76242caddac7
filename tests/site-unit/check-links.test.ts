import { describe, expect, it } from 'vitest';
import { findDanglingLinks } from '../../src/site/finishing/check-links.ts';
import { temporaryFolder } from '../setup/folder.ts';

const otherFiles = {
  'index.html': '<h1 id="top-of-page">首页</h1>',
  'cases/index.html': '',
  'cases/b.html': '<p id="p1a2b3c">一</p><p id="第二">二</p><a name="old"></a>',
  'public file.txt': '',
  '_astro/a.css': 'body{background:url(b.png)}p{background:url("data:image/png;base64,AA")}',
  '_astro/b.png': '',
  '404.html': '<a href="/cases/b.html">',
};

function danglingIn(html: string, files: Record<string, string> = otherFiles): string[] {
  const all = { ...files, 'cases/a.html': html };
  return findDanglingLinks(temporaryFolder(all), Object.keys(all).sort()).map(({ page, missing }) => `${page} → ${missing}`);
}

describe('findDanglingLinks', () => {
  it.each([
    ['a file that is there', '<a href="b.html">'],
    ['an anchor that is there', '<a href="b.html#p1a2b3c">'],
    ['an encoded anchor', '<a href="b.html#%E7%AC%AC%E4%BA%8C">'],
    ['a named anchor', '<a href="b.html#old">'],
    ['an anchor of its own', '<p id="x"></p><a href="#x">'],
    ['the top', '<a href="#"><a href="#top">'],
    ['words to be marked', '<a href="b.html#:~:text=一">'],
    ['a part of a picture', '<img src="../_astro/b.png#view">'],
    ['a folder with an index', '<a href="../"><a href="./">'],
    ['a query', '<a href="../index.html?q=b#top-of-page">'],
    ['a name with a space', '<a href="../public%20file.txt">'],
    ['other sites and schemes', '<a href="https://a.cn/x"><a href="//b.cn/y"><a href="mailto:c@d.cn">'],
    ['a comment', '<!-- <a href="nowhere.html"> -->'],
  ])('finds nothing wrong with %s', (_, html) => {
    expect(danglingIn(html)).toEqual([]);
  });

  it.each([
    ['a missing page', '<a href="c.html">', 'cases/c.html'],
    ['a missing anchor', '<a href="b.html#p000000">', 'cases/b.html#p000000'],
    ['a missing anchor of its own', '<a href="#nowhere">', 'cases/a.html#nowhere'],
    ['a missing picture', '<img src="../a.png">', 'a.png'],
    ['a missing picture for dense screens', '<img srcset="../_astro/b.png 1x, ../_astro/c.png 2x">', '_astro/c.png'],
    ['a missing script', '<script src="../_astro/a.js"></script>', '_astro/a.js'],
    ['a missing page of results', '<form action="../search.html">', 'search.html'],
    ['a folder without its slash', '<a href="../cases">', 'cases'],
    ['an address above the site', '<a href="../../b.html">', '../b.html'],
    ['a root-absolute address', '<a href="/nowhere/">', 'nowhere/index.html'],
  ])('reports %s', (_, html, missing) => {
    expect(danglingIn(html)).toEqual([`cases/a.html → ${missing}`]);
  });

  it('reports a picture that a style names', () => {
    expect(danglingIn('', { ...otherFiles, '_astro/a.css': "p{background:url('c.png')}" })).toEqual(['_astro/a.css → _astro/c.png']);
  });
});
