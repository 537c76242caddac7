import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linksOf } from '../../src/site/finishing/check-links.ts';
import { type Attribute, attributesOf, linkAttributesOf, tokenizedAttributes } from '../../src/site/finishing/html.ts';
import { relativeLinks } from '../../src/site/finishing/relative-links.ts';

/** Where nothing ends is not asked: an empty value is never changed. */
const plain = (attributes: readonly Attribute[]) => attributes.map(({ end, ...rest }) => (rest.value === '' ? rest : { ...rest, end }));

describe('attributes of a page', () => {
  it.each([
    '<a href="/x.html">一</a>',
    '<A HREF=\'/x.html\' href="/y.html" Class=b>',
    '<a href=/x.html/ id = c >',
    '<a/href="/x.html"/>',
    '<a =b="c" d>',
    '<a href="/s.html?a=1&amp;b=&quot;2&quot;&lt">',
    "<a title='&quot;&#x4e00;\"'>",
    '<a title="a>b" b>',
    '<title><a href="x"></title><a id=1>',
    '<textarea><a b></TEXTAREA ><a c>',
    '<script>if (a<b) "<a c>"</script><i d>',
    '<script><!-- <script> </script> --></script><i d>',
    '<!-- <a b> --!><a c><!--><a d><!---><a e>',
    '<!doctype html "<a b>"><a c>',
    '<?xml <a b>?><a c>',
    '</ <a b>><a c></a d="e>f"><i g>',
    '<a b="c',
    '<a b=c',
    '<a b',
    '<1 a><a b>',
    '<svg><title><a b></title></svg>',
    '<p x=1\r\ny="a\r\nb">',
  ])('are those of a full tokenizer: %j', (html) => {
    expect(plain(attributesOf(html))).toEqual(plain(tokenizedAttributes(html)));
  });

  it('are those of a full tokenizer in any text', () => {
    const piece = fc.constantFrom(
      ...[
        '<',
        '</',
        '>',
        '/',
        '=',
        '"',
        "'",
        ' ',
        '\n',
        '!',
        '--',
        '?',
        '&amp;',
        '&',
        'a',
        'B',
        'href',
        'id',
        'title',
        'script',
        '一',
        '<a ',
        '<p id="',
        '</script>',
        '<!--',
        '-->',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = pieces.join('');
        expect(plain(attributesOf(html))).toEqual(plain(tokenizedAttributes(html)));
        expect(linksOf(linkAttributesOf(html), 'a/b.html')).toEqual(linksOf(attributesOf(html), 'a/b.html'));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    '<a class="x" href="/y.html#z">',
    '<a name="x" title="/y">',
    '<p id="x" class=\'y\'>',
    '<meta http-equiv="refresh" content="0; url=/x.html">',
    '<img alt="/x" src="/y.png" srcset="/z.png 2x">',
    '<link rel="preload" imagesrcset="/x.png 1x">',
    '<form action="/x.html"><button formaction="/y.html">',
    '<svg><use xlink:href="/x.svg#y"/></svg>',
    '<video poster="/x.png"><object data="/y">',
    '<blockquote cite="/x.html#y"><table background="/z.png">',
    '<div data-index="/x/" data-name="y">',
  ])('those of links are enough for all that holds a link: %j', (html) => {
    expect(relativeLinks(html, 'a/b.html', linkAttributesOf(html))).toBe(relativeLinks(html, 'a/b.html', tokenizedAttributes(html)));
    expect(linksOf(linkAttributesOf(html), 'a/b.html')).toEqual(linksOf(tokenizedAttributes(html), 'a/b.html'));
  });
});
