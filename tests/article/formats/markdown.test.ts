import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/article/formats/markdown.ts';

const rows: [name: string, markdown: string, text: string, kinds: string[]][] = [
  [
    'headings of two levels',
    '## 建强组织\n\n正文。\n\n### 选优班子\n\n正文。',
    '建强组织\n正文。\n选优班子\n正文。\n',
    ['heading 2', 'heading 3'],
  ],
  ['a bold paragraph', '**做法与成效**\n\n正文。', '做法与成效\n正文。\n', ['heading']],
  ['a table', '| 乡镇 | 个数 |\n| --- | --- |\n| 济阳乡 | 3个 |', '乡镇\t个数\n济阳乡\t3个\n', ['table']],
  ['a numbered list', '3. 建强班子；\n4. 培训党员。', '3. 建强班子；\n4. 培训党员。\n', ['list']],
  ['a footnote', '正文[^1]。\n\n[^1]: 见统计公报。', '正文1。\n注释\n1. 见统计公报。\n', ['heading 2', 'list']],
  ['HTML, whose tags go and whose text stays', '正文<b onclick="x()">要点</b>。\n\n<script>alert(1)</script>', '正文要点。\n', []],
  ['text inside blocks of HTML', '<div align="center">\n\n正文。\n\n</div>\n\n<p onclick="x()">图下的话。</p>', '正文。\n图下的话。\n', []],
  ['quotation marks as written', '推行“四联四促”和"1+5"。', '推行“四联四促”和"1+5"。\n', []],
];

describe('readMarkdown', () => {
  it.each(rows)('reads %s', (_, markdown, text, kinds) => {
    const found = readMarkdown(markdown);
    expect(found?.text).toBe(text);
    expect(found?.marks.map(({ kind, level }) => [kind, level].filter(Boolean).join(' '))).toEqual(kinds);
  });
});
