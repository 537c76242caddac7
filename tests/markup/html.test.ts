import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { expect, it } from 'vitest';
import { attribute, html } from '../../src/markup/html.ts';

const hostile = '“四联四促”<script>alert("1")</script> & \'跨村联建\'';

it('escapes text', () => {
  expect(html`<p>${hostile}</p>`.text).toBe('<p>“四联四促”&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;跨村联建&#39;</p>');
});

it.each([
  ['the whole value', (value: string) => html`<a title="${value}">`, ''],
  ['behind other words', (value: string) => html`<a title="题名：${value}">`, '题名：'],
  ['behind another hole', (value: string) => html`<a title="${'题名'}：${value}">`, '题名：'],
  ['in an attribute that may be missing', (value: string) => html`<a${attribute('title', value)}>`, ''],
])('no value leaves its attribute: %s', (_, template, before) => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '=', '/', '联', '建', 'amp;', ' ') }), (value) => {
      const [node] = parseFragment(template(value).text).childNodes;
      const attrs = node && 'attrs' in node ? node.attrs : undefined;
      expect(attrs).toEqual([{ name: 'title', value: `${before}${value}` }]);
    }),
  );
});

it('no value is what is not there', () => {
  expect(() => html`<a href="${undefined}">`).toThrow('The value of an attribute is a text or a number.');
});

it('no text becomes an element', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '!', '-', '/', '联', 'p', ' ') }), (text) => {
      const { childNodes } = parseFragment(html`<p>${text}</p>`.text);
      const [paragraph] = childNodes;
      const inside = paragraph && 'childNodes' in paragraph ? paragraph.childNodes : [];
      expect(childNodes).toHaveLength(1);
      expect(inside.map((node) => ('value' in node ? node.value : node.nodeName)).join('')).toBe(text);
    }),
  );
});

it.each([
  ['markup is not escaped again', html`<b>${html`<i>${'甲&乙'}</i>`}</b>`, '<b><i>甲&amp;乙</i></b>'],
  ['a text beside an attribute with quotes is text', html`<p class="small">${'"甲"'}</p>`, '<p class="small">&quot;甲&quot;</p>'],
  ['numbers stand as they are, nought too', html`${0}项，${42}项`, '0项，42项'],
  ['what is not there leaves nothing', html`[${false}${undefined}${null}${''}${[]}]`, '[]'],
  [
    'lists stand one behind the other',
    html`<ul>${['甲', '乙'].map((each) => html`<li>${each}</li>`)}</ul>`,
    '<ul><li>甲</li><li>乙</li></ul>',
  ],
  ['an attribute without a value is left out', html`<p${attribute('id', undefined)}>`, '<p>'],
  ['an empty one keeps its name', html`<p${attribute('data-clip', '')}>`, '<p data-clip>'],
])('%s', (_, markup, text) => {
  expect(markup.text).toBe(text);
});
