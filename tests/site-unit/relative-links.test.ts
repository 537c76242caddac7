import { describe, expect, it } from 'vitest';
import { relativeAddress, relativeLinks } from '../../src/site/finishing/relative-links.ts';

describe('relativeAddress', () => {
  it.each([
    ['/', 'index.html', 'index.html'],
    ['/', 'cases/a.html', '../index.html'],
    ['/cases/', 'cases/a.html', 'index.html'],
    ['/cases/b.html', 'cases/a.html', 'b.html'],
    ['/cases/b.html#p1a2b3c', 'practices/x/2.html', '../../cases/b.html#p1a2b3c'],
    ['/practices/x/2.html', 'practices/x.html', 'x/2.html'],
    ['/practices/x.html', 'practices/x/2.html', '../x.html'],
    ['/cases/a.html#p1a2b3c', 'cases/a.html', '#p1a2b3c'],
    ['/cases/a.html', 'cases/a.html', 'a.html'],
    ['/search.html?q=跨村联建&place=350425#top', 'places/350425.html', '../search.html?q=跨村联建&place=350425#top'],
    ['/?from=a', 'cases/a.html', '../index.html?from=a'],
  ])('%s on %s is %s', (address, page, expected) => {
    expect(relativeAddress(address, page)).toBe(expected);
  });
});

describe('relativeLinks', () => {
  it.each([
    ['<a href="/about.html">', '<a href="../about.html">'],
    ["<a href='/about.html'>", '<a href="../about.html">'],
    ['<a href=/about.html>', '<a href="../about.html">'],
    ['<A HREF="/about.html">', '<A href="../about.html">'],
    ['<a href="/s.html?a=1&amp;b=%22">', '<a href="../s.html?a=1&amp;b=%22">'],
    ['<a href="/s.html?q=&quot;&lt;">', '<a href="../s.html?q=&quot;<">'],
    ['<script type="module" src="/_astro/a.js"></script>', '<script type="module" src="../_astro/a.js"></script>'],
    ['<form action="/search.html" method="get">', '<form action="../search.html" method="get">'],
    ['<img src="/a.png" srcset="/a.png 1x, /b.png 2x">', '<img src="../a.png" srcset="../a.png 1x, ../b.png 2x">'],
    ['<video poster="/a.png">', '<video poster="../a.png">'],
    ['<svg><use href="/icons.svg#search"/></svg>', '<svg><use href="../icons.svg#search"/></svg>'],
    ['<div data-index="/search/" data-name="/">', '<div data-index="../search/" data-name="../">'],
    ['<meta http-equiv="refresh" content="0; url=/cases/b.html">', '<meta http-equiv="refresh" content="0; url=b.html">'],
    ['<a href="../practices/">', '<a href="../practices/index.html">'],
    ['<a href="./#a">', '<a href="./index.html#a">'],
  ])('%s becomes %s', (html, expected) => {
    expect(relativeLinks(html, 'cases/a.html')).toBe(expected);
  });

  it.each([
    '<a href="https://www.people.com.cn/">',
    '<a href="//cdn.example.com/a.js">',
    '<a href="#p1a2b3c">',
    '<a href="mailto:a@b.cn">',
    '<img src="data:image/png;base64,/9j/4AAQ">',
    '<a href="b.html">',
    '<p title="/not an address">/nor this</p>',
    '<!-- <a href="/about.html"> -->',
    '<script>const link = \'<a href="/about.html">\';</script>',
    '<title><a href="/about.html"></title>',
    '<meta name="description" content="/about.html">',
    '<a data-text="第1/2页">',
  ])('%s stays', (html) => {
    expect(relativeLinks(html, 'cases/a.html')).toBe(html);
  });

  it('leaves 404.html, which servers show at any depth', () => {
    expect(relativeLinks('<a href="/">', '404.html')).toBe('<a href="/">');
  });

  it('keeps every other byte', () => {
    const html = '<!DOCTYPE html><html>\r\n<p class=x>跨村联建 &nbsp;&amp; <b>“四联四促”</b><a  class="y"   href="/" >首页</a>\n</html>';
    expect(relativeLinks(html, 'a/b/c.html')).toBe(html.replace('"/"', '"../../index.html"'));
  });
});
