/** What can happen to an article on its way through pages, editors and download programs. */
import fc from 'fast-check';
import { dataAddress, fixturePicture } from '../pictures/fixtures.ts';
import { mutatedArticle } from '../text/mutations.ts';

/** Puts the lines of an article into markup; a number in [0, 1) says how. */
type Lacing = (lines: readonly string[], at: number) => string;

const asText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const wrapped = (open: string, close: string) => (lines: readonly string[]) =>
  lines.map((line) => `${open}${asText(line)}${close}`).join('\n');

/** Lacings in which every word is still shown. */
export const faithful: Readonly<Record<string, Lacing>> = {
  paragraphs: wrapped('<p style="text-indent:2em" onclick="x()">', '</p>'),
  'spans of WeChat': wrapped('<section><p><span style="font-size:16px">', '</span></p></section>'),
  'lines with breaks': (lines) => `<div>${lines.map(asText).join('<br>')}</div>`,
  'paragraphs that nobody closes': (lines) => lines.map((line) => `<p>${asText(line)}`).join(''),
  'cells of a table that lays out the page': (lines) =>
    `<table><tr><td>${lines.map((line) => `<p>${asText(line)}</p>`).join('')}</td></tr></table>`,
  'items of a list': (lines) => `<ul>${lines.map((line) => `<li>${asText(line)}</li>`).join('')}</ul>`,
  'a body that ends too soon': (lines, at) => {
    const middle = Math.floor(lines.length * at);
    return `${wrapped('<p>', '</p>')(lines.slice(0, middle))}</body></html>${wrapped('<p>', '</p>')(lines.slice(middle))}`;
  },
  'a head that nobody closes': (lines) => `<html><head><title></title><body>${wrapped('<div>', '</div>')(lines)}`,
  'a second page inside': (lines, at) => {
    const middle = Math.floor(lines.length * at);
    return `${wrapped('<p>', '</p>')(lines.slice(0, middle))}<html><body>${wrapped('<p>', '</p>')(lines.slice(middle))}</body></html>`;
  },
  'every character as a reference': (lines) =>
    lines.map((line) => `<p>${[...line].map((character) => `&#${character.codePointAt(0)};`).join('')}</p>`).join(''),
  'each word in an element': (lines) =>
    lines
      .map(
        (line) =>
          `<p>${line
            .split(/(?<=[，。])/u)
            .map((part) => `<b><i>${asText(part)}</i></b>`)
            .join('')}</p>`,
      )
      .join(''),
  'a hundred boxes': (lines) => `${'<div>'.repeat(100)}${wrapped('<p>', '</p>')(lines)}${'</div>'.repeat(100)}`,
  'scripts and comments between': wrapped('<script>if (a < b) alert("</p>")</script><!-- 注释 --><p>', '</p><style>p{}</style>'),
  'pictures between': wrapped(`<p><img src="${dataAddress(fixturePicture('photo.png'))}" alt="图">`, '<img data-src="https://a.cn/b"></p>'),
};

/** Lacings after which nobody can say what was shown. */
const broken: Readonly<Record<string, Lacing>> = {
  'ten thousand boxes': (lines) => `${'<div>'.repeat(10_000)}${lines.join('')}`,
  'tags that break off': (lines, at) =>
    lines.map((line, i) => `<p class="${i % 3 === 0 ? line.slice(0, Math.floor(line.length * at)) : 'a">'}${line}`).join('<'),
  'references without an end': (lines) => lines.map((line) => `<p>&nbsp${line}&#x&#99999999999;&bogus;&#xd800;&#0;&ldquo</p>`).join('&'),
  'text elements that swallow the rest': (lines, at) =>
    lines.map((line, i) => `<p>${line}</p>${i === Math.floor(lines.length * at) ? '<textarea><title><xmp><plaintext>' : ''}`).join(''),
  'comments and sections without an end': (lines, at) =>
    lines.map((line, i) => `<p>${line}<![CDATA[${i === Math.floor(lines.length * at) ? '<!--' : ']]>'}`).join('<?php ?>'),
  'rows of other lengths': (lines) =>
    `<table>${lines.map((line, i) => `<tr>${`<td>${line.slice(0, 30)}</td>`.repeat((i % 4) + 1)}`).join('')}</table>`,
  'lists in lists': (lines) =>
    lines
      .map((line) => `<ol start="99999999999999999999"><li>${line}`)
      .slice(0, 60)
      .join(''),
  'headings in headings': (lines) =>
    lines
      .map((line, i) => `<h${(i % 6) + 1}><figure><figcaption><h2>${line}`)
      .slice(0, 30)
      .join('</p>'),
  'pictures that are none': (lines) =>
    lines.map((line) => `<img src="data:image/png;base64,${line}"><img src="data:,%zz%"><img src=data:${line}>`).join(''),
  'a charset that lies': (lines) => `<meta charset="gbk">${lines.join('<br>')}`,
  'wrong fields': (lines) =>
    `<head><meta name="ArticleTitle" content="${lines[0]}"><meta name="PubDate" content="2022-99-99"><script type="application/ld+json">{"headline":${lines[1]}</script></head>${lines.join('<p>')}`,
};

/** A page of one of the articles, mutated as a text or not, laced, and cut anywhere or not. */
export function mutatedPage(articles: readonly Buffer[]): fc.Arbitrary<Buffer> {
  const share = fc.double({ min: 0, max: 0.999, noNaN: true });
  return fc
    .record({
      article: fc.oneof(fc.constantFrom(...articles), mutatedArticle(articles)),
      lacing: fc.constantFrom(...Object.values(faithful), ...Object.values(broken)),
      at: share,
      cut: fc.option(share, { freq: 2 }),
    })
    .map(({ article, lacing, at, cut }) => {
      const page = Buffer.from(lacing(article.toString('utf8').split('\n'), at));
      return cut === null ? page : page.subarray(0, Math.ceil(cut * page.length) + 1);
    });
}
