import { describe, expect, it } from 'vitest';
import { inlineCodeIn } from '../../src/site/finishing/check-scripts.ts';

describe('code in a page', () => {
  it.each([
    ['<p>x</p><script>alert(1)</script>', ['<script>']],
    ['<SCRIPT type="module">x</SCRIPT>', ['<script>']],
    ['<p onclick="alert(1)">x</p>', ['onclick="alert(1)"']],
    ['<img src=x onerror=alert(1)>', ['onerror="alert(1)"']],
    ['<svg/onload=alert(1)>', ['onload="alert(1)"']],
    ['<p title=x\nonmouseover = "a()">', ['onmouseover="a()"']],
    ['<a href="javascript:alert(1)">x</a>', ['href="javascript:alert(1)"']],
    ['<a href=" java&#10;script&colon;alert(1)">x</a>', ['href=" java\nscript:alert(1)"']],
    ['<a href="&#106;avascript:alert(1)">x</a>', ['href="javascript:alert(1)"']],
    ['<a href="&#106;avascript&#58;alert(1)">x</a>', ['href="javascript:alert(1)"']],
    ['<a href="javas\ncript:alert(1)">x</a>', ['href="javas\ncript:alert(1)"']],
    ['<a href="VBScript:x">x</a>', ['href="VBScript:x"']],
    ['<template><script>x</script></template>', ['<script>']],
    ['<noscript><img onerror=x></noscript>', ['onerror="x"']],
    ['<iframe srcdoc="x"></iframe>', ['srcdoc="x"']],
  ])('is found: %j', (html, found) => {
    expect(inlineCodeIn(html)).toEqual(found);
  });

  it.each([
    '<script type="module" src="./a.js"></script>',
    '<script type="application/ld+json">{"@type":"Article"}</script>',
    '<p>&lt;script&gt;alert(1)&lt;/script&gt; 写 onclick= 和 javascript: 的字样</p>',
    '<p title="a onclick=b">x</p>',
    '<meta name="description" content="</script><script>alert(1)</script>">',
    '<a href="search.html?q=javascript:x">x</a>',
    '<a href="./on=1.html">x</a>',
  ])('is not what only looks like it: %j', (html) => {
    expect(inlineCodeIn(html)).toEqual([]);
  });
});
