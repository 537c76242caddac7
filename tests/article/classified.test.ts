import { Document, Footer, Header, Packer, Paragraph } from 'docx';
import { describe, expect, it } from 'vitest';
import { classificationMarks } from '../../src/article/classified.ts';
import { openSource } from '../../src/article/formats/open.ts';

const body = '大田县各级党组织把党建工作融入乡村振兴，带动108个村抱团发展，群众得到了实惠。';
const filler = Array.from({ length: 30 }, (_, i) => `第${i + 1}个村党支部${body}`);

describe('marks in the body', () => {
  it.each([
    ['秘密★3年', '秘密★3年'],
    ['机密★长期', '机密★长期'],
    ['绝密☆', '绝密☆'],
    ['秘 密 ★ 一年', '秘 密 ★ 一年'],
    ['内部资料 注意保存', '内部资料 注意保存'],
    ['内部文件，请勿外传', '内部文件，请勿外传'],
    ['（内部刊物）注意保密', '内部刊物）注意保密'],
    ['本资料不得翻印', '不得翻印'],
    ['严禁翻印', '严禁翻印'],
    ['密级：机密', '密级：机密'],
    ['保密期限：5年', '保密期限：5年'],
    ['（此件不公开）', '此件不公开'],
    ['公开方式：不予公开', '公开方式：不予公开'],
    ['本资料仅供内部学习交流，请勿外传。', '本资料仅供内部学习交流'],
  ])('stops %s wherever it stands', (line, mark) => {
    expect(classificationMarks([...filler, line, ...filler])).toEqual([mark]);
  });

  it.each([
    '秘密',
    '机密',
    '【绝密】',
    '内部资料',
    '内 部 资 料',
    '（征求意见稿）',
    '征求意见稿',
    '讨论稿',
    '送审稿',
    '内部使用',
    '仅供内部参考',
    '注意保存',
    '不得外传',
    '秘密 3年',
    '内部资料 第12期',
    '内部资料·免费交流',
    '仅供内部学习使用',
  ])('stops %s on a line of its own, wherever that is', (line) => {
    expect(classificationMarks([line, ...filler])).toEqual([line]);
    expect(classificationMarks([...filler, line])).toEqual([line]);
    expect(classificationMarks([...filler, line, ...filler])).toEqual([line]);
  });

  it.each([
    ['大田县跨村联建工作管理办法（征求意见稿）', '（征求意见稿）'],
    ['全县组织工作要点〔讨论稿〕', '〔讨论稿〕'],
    ['基层党建情况通报【内部资料】', '【内部资料】'],
  ])('stops a title that says it, on top or further down: %s', (title, mark) => {
    expect(classificationMarks([title, ...filler])).toEqual([mark]);
    expect(classificationMarks([...filler, title, ...filler])).toEqual([mark]);
  });

  it.each([
    '党员干部要保守国家秘密，严守党的纪律。',
    '入党誓词中写道：“保守党的秘密，对党忠诚，积极工作。”',
    '完善机密文件管理制度，做到专人专柜。',
    '县委保密局为党务干部上了一堂保密课。',
    '向社会公开征求意见稿的修改意见126条。',
    '《村规民约（征求意见稿）》在村务公开栏张贴，收到建议38条。',
    '村支书的致富秘密，就藏在这片茶园里。',
    '揭开“零上访村”的秘密',
    '选举采取无记名投票方式，设立秘密写票处。',
    '内部资料室对党员开放，藏书3000册。',
    '这份讨论稿先后修改了七次，才交村民代表会议表决。',
    '内部管理制度更加健全，村务监督更加有力。',
    '征求意见稿发到每家每户，群众提了62条建议。',
    '妥善保管党员档案，做到一人一档。',
    '县里印发《跨村联建工作办法（征求意见稿）》，收集意见建议38条。',
    '办法（征求意见稿）在村务公开栏张贴后，群众提了62条建议。',
    '附件1：跨村联建工作管理办法（征求意见稿）',
    '起草《村级小微权力清单（讨论稿）》',
    '镇党委形成征求意见稿',
    '解开一个村的致富秘密',
    '秘密就在这里：党员带头干。',
  ])('lets a mention through, whether in a sentence or in a name: %s', (line) => {
    expect(classificationMarks([...filler, line])).toEqual([]);
    expect(classificationMarks([...filler, line, ...filler])).toEqual([]);
  });

  it.each([
    '党员干部要保守国家秘密，严守党的纪律。',
    '《村规民约（征求意见稿）》在村务公开栏张贴，收到建议38条。',
    '完善机密文件管理制度，做到专人专柜。',
  ])('lets a sentence through at the head too: %s', (line) => expect(classificationMarks([line, ...filler])).toEqual([]));
});

describe('marks in headers and footers', () => {
  it.each(['机密★', '秘密', '内部资料', '内部文件 注意保存', '征求意见稿', '不得翻印', '内部参考'])('stops %s', (mark) =>
    expect(classificationMarks(filler, `${mark}\n第1页`)).not.toEqual([]),
  );

  it.each(['第1页 共3页', '中共大田县委组织部', '大田县保密委员会', '《征求意见稿汇编》 第2页', ''])('lets %s through', (margins) =>
    expect(classificationMarks(filler, margins)).toEqual([]),
  );
});

describe('marks in every format', () => {
  const withheld = async (file: string, content: string | Buffer) =>
    (await openSource(file, Buffer.from(content))).withheld.map(({ message }) => message);
  const stopped = ['有不宜公开的标志：“机密★5年”。'];

  it('of text', async () => expect(await withheld('a.txt', `机密★5年\n${body}`)).toEqual(stopped));
  it('of text in UTF-16', async () => expect(await withheld('a.txt', Buffer.from(`\ufeff${body}\n机密★5年`, 'utf16le'))).toEqual(stopped));
  it('of Markdown', async () => expect(await withheld('a.md', `# 题目\n\n${body}\n\n机密★5年\n`)).toEqual(stopped));
  it('of a page, outside its main text too', async () => {
    const page = (at: string) => `<html><body>${at}<article><h1>题目</h1><p>${body}</p><p>${body}</p></article></body></html>`;
    expect(await withheld('a.html', page('<div class="top">机密★5年</div>'))).toEqual(stopped);
    expect(await withheld('a.html', page('').replace('</article>', '<p>机密★5年</p></article>'))).toEqual(stopped);
  });

  const text = (words: string) => [new Paragraph(words)];
  const word = (parts: object) => Packer.toBuffer(new Document({ sections: [{ children: text(body), ...parts }] }));
  it.each([
    ['body', { children: [...text('机密★5年'), ...text(body)] }],
    ['header', { headers: { default: new Header({ children: text('机密★5年') }) } }],
    ['header of the first page', { properties: { titlePage: true }, headers: { first: new Header({ children: text('机密★5年') }) } }],
    ['header of even pages', { headers: { even: new Header({ children: text('机密★5年') }) } }],
    ['footer', { footers: { default: new Footer({ children: text('机密★5年') }) } }],
  ])('of a Word file, in its %s', async (_, parts) => {
    const found = await withheld('a.docx', await word(parts));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('机密');
  });
  it('and none in a Word file with page numbers', async () => {
    expect(await withheld('a.docx', await word({ footers: { default: new Footer({ children: text('第1页') }) } }))).toEqual([]);
  });
});
