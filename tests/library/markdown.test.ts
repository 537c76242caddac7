import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { markdownQuote, markdownText } from '../../src/library/markdown.ts';

interface Node {
  type: string;
  value?: string;
  url?: string;
  children?: Node[];
}

const parser = unified().use(remarkParse).use(remarkGfm);
const parse = (markdown: string): Node => parser.parse(markdown);
const all = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(all)];
const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join('');

/** Plain words; an address that stands in them may be a link to itself. */
const harmless = new Set(['root', 'paragraph', 'text', 'link']);

describe('markdownText', () => {
  it.each([
    ['“四联四促”跨村联建工作法', '“四联四促”跨村联建工作法'],
    ['题名[EB/OL]. https://example.cn/a_b?c=1&d=2.', '题名[EB/OL]. https://example.cn/a_b?c=1&d=2.'],
    ['[点我](javascript:alert(1))', '[点我\\](javascript:alert(1))'],
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
    ['1. 第一', '1\\. 第一'],
    ['# 标题', '\\# 标题'],
    ['- 一项', '\\- 一项'],
    ['*重点*、_重点_、~删去~', '\\*重点\\*、\\_重点\\_、\\~删去\\~'],
    ['&lt;不变', '\\&lt;不变'],
    ['两\n行', '两 行'],
  ])('%s', (text, markdown) => {
    expect(markdownText(text)).toBe(markdown);
  });

  it('shows exactly the words, whatever they are', () => {
    const char = fc.constantFrom(...'县村党建，。1. a_b*[](){}<>!|~`#+-=\\&;:lt/"\'\n\t');
    fc.assert(
      fc.property(fc.string({ unit: char, maxLength: 40 }), (text) => {
        const tree = parse(markdownText(text));
        expect(all(tree).filter(({ type, url = 'http' }) => !harmless.has(type) || !/^(?:http|mailto)/.test(url))).toEqual([]);
        expect(textOf(tree)).toBe(text.replace(/\s+/gu, ' ').trim());
      }),
      { numRuns: 2000 },
    );
  });
});

it('markdownQuote keeps the lines of a list apart', () => {
  const tree = parse(markdownQuote('一是联建\n\n- 二是联治'));
  expect(tree.children?.map(({ type, children }) => [type, children?.map(textOf)])).toEqual([['blockquote', ['一是联建', '- 二是联治']]]);
});
