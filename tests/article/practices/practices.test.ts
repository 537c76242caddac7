import { describe, expect, it } from 'vitest';
import type { DraftBlock } from '../../../src/article/article.ts';
import { type Practice, practiceSchema } from '../../../src/article/knowledge.ts';
import { casePractices, compilePractices, tagPassages } from '../../../src/article/practices/practices.ts';
import { practices, readArticles, readSentences, seedBlocks } from './taxonomy-files.ts';

const compiled = compilePractices(practices);

/** Blocks from lines: `## ` and `### ` open headings, everything else is a paragraph. Ids count from 0. */
function blocksOf(...lines: string[]): DraftBlock[] {
  return lines.map((line, i): DraftBlock => {
    const number = String(i).padStart(6, '0');
    const heading = /^(##|###) (.*)$/u.exec(line);
    if (!heading) return { id: `p${number}`, kind: 'paragraph', text: line, spans: [] };
    return { id: `h${number}`, kind: 'heading', level: heading[1] === '##' ? 2 : 3, text: heading[2] ?? '', spans: [] };
  });
}

const shownIn = (text: string) => tagPassages(blocksOf(text), compiled).tags.map((tag) => tag.practice);

function practiceWith(id: string, signals: unknown[]): Practice {
  return { id, ...practiceSchema.parse({ name: id, english: id, group: 'governance', signals }) };
}

/** Tags of a small taxonomy with one practice, as `block words score`. */
function tagged(signals: unknown[], ...lines: string[]): string[] {
  return tagPassages(blocksOf(...lines), [practiceWith('grid', signals)]).tags.map(
    (tag) => `${tag.block} ${tag.words.join('|')} ${tag.score}`,
  );
}
function missed(signals: unknown[], ...lines: string[]): string[] {
  return tagPassages(blocksOf(...lines), [practiceWith('grid', signals)]).nearMisses.map(
    (tag) => `${tag.block} ${tag.words.join('|')} ${tag.score}`,
  );
}

describe('articles read by hand', () => {
  it('finds what a careful reader finds, and nothing else', () => {
    const found = { required: 0, ofRequired: 0, fitting: 0, ofTagged: 0 };
    for (const article of readArticles) {
      const blocks = seedBlocks(article.file.replace('seeds/', ''));
      const { tags } = tagPassages(blocks, compiled);
      for (const { quote, required, allowed } of article.paragraphs) {
        const block = blocks.find(({ kind, text }) => kind === 'paragraph' && text.includes(quote));
        expect(block, `${article.title}: ${quote}`).toBeDefined();
        const here = tags.filter((tag) => tag.block === block?.id).map((tag) => tag.practice);
        found.required += required.filter((id) => here.includes(id)).length;
        found.ofRequired += required.length;
        found.fitting += here.filter((id) => required.includes(id) || allowed.includes(id)).length;
        found.ofTagged += here.length;
      }
    }
    expect(found.ofRequired).toBeGreaterThan(100);
    expect(found.required / found.ofRequired).toBeGreaterThanOrEqual(0.95);
    expect(found.fitting / found.ofTagged).toBeGreaterThanOrEqual(0.95);
  });
});

describe('sentences as other provinces write them', () => {
  it.each(readSentences)('$text', ({ text, required, allowed }) => {
    const here = shownIn(text);
    expect(required.filter((id) => !here.includes(id))).toEqual([]);
    expect(here.filter((id) => !required.includes(id) && !allowed.includes(id))).toEqual([]);
  });
});

describe('words that look like a practice and are none', () => {
  it.each<[text: string, not: string]>([
    ['围绕服务中心、保障大局，各支部改进作风，新增便民举措12项。', 'service-centres'],
    ['张家港市永联村党委书记在会上介绍经验。', 'cross-village-joint-building'],
    ['会议审议了农村集体经济组织法草案。', 'collective-economy'],
    ['农业农村部在该县建成高标准农田3万亩。', 'service-centres'],
    ['该国将担任组织轮值主席国。', 'rotating-chair'],
    ['全国妇联选举产生新一届领导班子。', 'village-committee-election'],
    ['把报到服务情况作为发展党员和评先评优的重要内容。', 'member-recruitment'],
    ['力争在村“两委”换届前完成19个支部的整顿。', 'village-committee-election'],
    ['全县推进屋顶光伏整县推进试点，装机12万千瓦。', 'county-wide-advancement'],
    ['依托直播电商孵化基地，为新就业群体建起休息点。', 'e-commerce-for-farmers'],
    ['村干部培训班办了12期，培训村干部860人次。', 'study-and-training'],
    ['春运期间，为在外务工人员返乡开通包车36趟。', 'talent-return'],
    ['20家企业入驻企业服务平台。', 'enterprise-service'],
    ['非洲猪瘟疫情发生后，镇里设卡消毒。', 'epidemic-response'],
  ])('%s is not %s', (text, not) => {
    expect(shownIn(text)).not.toContain(not);
  });
});

describe('weights', () => {
  it.each<[name: string, signals: unknown[], text: string, tags: string[]]>([
    ['a phrase decides alone', ['网格员'], '每格配一名网格员。', ['p000000 网格员 1']],
    ['two halves decide together', [half('网格'), half('巡查')], '每个网格每天巡查一次。', ['p000000 网格|巡查 1']],
    ['one half does not', [half('网格')], '每个网格每天巡查一次。', []],
    ['a half counts once, however often it stands', [half('网格')], '网格连着网格，共40个网格。', []],
    ['a negative weight speaks against', ['网格', { phrase: '电网', weight: -1 }], '电网公司划了12个网格。', []],
    ['a pattern stays in its sentence', [{ pattern: '建立.*网格' }], '建立台账。网格40个。', []],
    ['a semicolon ends a sentence too', [{ pattern: '建立.*网格' }], '建立台账；网格40个。', []],
    ['a pattern within its sentence', [{ pattern: '建立.*网格' }], '建立40个网格。', ['p000000 建立40个网格 1']],
    ['two words together, in either order', [together], '巡查员每天走遍各个网格。', ['p000000 巡查员每天走遍各个网格 1']],
    ['two words as near as they come, the longer of two', [together], '网格连着网格，都有巡查员和巡查。', ['p000000 网格，都有巡查员 1']],
    ['the stretch of a pair is left out where exact words decide', [together, '微网格'], '微网格里有巡查员。', ['p000000 微网格 2']],
    ['two words in two sentences', [together], '网格40个。巡查员12名。', []],
    ['two words far apart', [together], `网格40个，${'各村修路建桥，'.repeat(10)}巡查员12名。`, []],
    [
      'signs of a regular expression are plain words',
      [{ together: [['支部+'], ['(三级)']] }],
      '支部+农户12个（三级）。',
      ['p000000 支部+农户12个（三级） 1'],
    ],
    ['unless: in the same sentence', [{ phrase: '网格', unless: ['电力'] }], '电力部门划了12个网格。', []],
    ['unless: not in the next one', [{ phrase: '网格', unless: ['电力'] }], '划了12个网格。电力先行。', ['p000000 网格 1']],
    ['unless: one free occurrence is enough', [{ phrase: '网格', unless: ['电力'] }], '电力网格5个；村网格8个。', ['p000000 网格 1']],
  ])('%s', (_, signals, text, tags) => {
    expect(tagged(signals, text)).toEqual(tags);
  });

  it('keeps scores from one half to one as near misses', () => {
    expect(missed([half('网格')], '每个网格每天巡查一次。')).toEqual(['p000000 网格 0.5']);
    expect(missed([{ phrase: '网格', weight: 0.25 }], '每个网格每天巡查一次。')).toEqual([]);
  });
});

describe('words as they stand', () => {
  it.each<[name: string, signal: unknown, text: string, words: string]>([
    ['quotation marks inside the words', '近邻党建工作', '拓展“近邻党建”工作内涵，建站12个。', '“近邻党建”工作'],
    ['a mark opened before the words', '近邻党建', '拓展“近邻党建”工作内涵，建站12个。', '近邻党建'],
    ['single and angle quotes', '近邻党建', '拓展「近邻」党建，建站12个。', '「近邻」党建'],
    ['white space', '党建联盟', '成立党建 联盟3个。', '党建 联盟'],
    ['half-width punctuation', '说事、议事（办事）', '说事、议事(办事)共30场。', '说事、议事(办事)'],
    ['full-width signs in the text', '支部+商会', '探索“支部＋商会”模式，建了5个。', '支部＋商会'],
    ['quotation marks in the signal', '“双报到”制度', '落实双报到制度，2000名党员报到。', '双报到制度'],
  ])('%s', (_, signal, text, words) => {
    expect(tagged([signal], text)).toEqual([`p000000 ${words} 1`]);
  });

  it('names the longer words once and keeps reading order', () => {
    expect(tagged(['网格员', half('网格'), '微网格'], '全镇配网格员120名，细分微网格40个，网格员每天巡查。')).toEqual([
      'p000000 网格员|微网格 2.5',
    ]);
  });
});

describe('discounts', () => {
  it.each<[name: string, text: string, score: string[]]>([
    ['a slogan without a deed', '始终坚持网格治理理念，不断提升群众满意度。', []],
    ['two vows do not add up', '接下来，我们将继续抓好网格治理和日常巡查。', []],
    ['what follows an outlook', '下一步，补短板强弱项。网格治理新建网格40个。', []],
    ['what a meeting asks for', '会议强调，要把网格治理、日常巡查摆上重要位置。', []],
    ['the name of a problem', '把修路、网格治理等难题公开发榜，办结12件。', []],
    ['a document of the capital', '中共中央办公厅印发《关于加强网格治理的意见》。', []],
    ['an attitude with a figure', '坚持网格治理，划出网格40个。', ['p000000 网格治理 1']],
    ['an attitude with a deed', '坚持网格治理，建立日巡查制度。', ['p000000 网格治理 1']],
    ['a vow', '下一步，该县将继续抓好网格治理，新建网格40个。', []],
    ['one of many topics', '统筹抓好经济发展、生态保护、网格治理、社会稳定等工作。', []],
    ['an item with its own number', '新建卫生室3个、网格治理中心12个、文化广场5个。', ['p000000 网格治理 1']],
    ['the stages of a ladder', '形成“党员—网格治理—支部—乡镇”的链条。', []],
    ['a document that is obeyed', '认真贯彻《网格治理工作条例》，群众满意度达98%。', []],
    ['a document that is made', '制定《网格治理考核办法》，每季度考核一次。', ['p000000 网格治理 1']],
    ['a book or film', '社区排演小品《网格治理那些事》，演出12场。', []],
  ])('%s', (_, text, score) => {
    expect(tagged(['网格治理'], text)).toEqual(score);
  });
});

describe('headings', () => {
  const signals = ['网格治理', half('巡查')];
  it.each<[name: string, lines: string[], tags: string[]]>([
    ['a section heading lends half its weight', ['## 网格治理见成效', '每天巡查两次。', '群众满意度98%。'], ['p000001 巡查 1']],
    ['a heading over subsections reaches into them', ['## 网格治理', '### 村里', '每天巡查两次。', '建站3个。'], ['p000002 巡查 1']],
    ['the next section is its own', ['## 网格治理', '建站3个。', '修路2条。', '## 产业', '每天巡查两次。'], []],
    ['over a single passage it decides', ['## 网格治理', '全镇建站3个，配员12名。'], ['p000001 全镇建站3个 1']],
    ['a run-in heading helps', ['网格治理。全镇建站3个，配员12名，群众都说好。'], ['p000000 网格治理 1.5']],
    ['a heading helps no slogan', ['## 网格治理', '始终坚持巡查，不断提升满意度。', '建站3个。'], []],
  ])('%s', (_, lines, tags) => {
    expect(tagged(signals, ...lines)).toEqual(tags);
  });

  it('an article about a practice helps like a heading', () => {
    const about = ['网格治理建站3个。', '网格治理配员9名。', '网格治理办事30件。'];
    expect(tagged(signals, ...about, '每天巡查两次。')).toContain('p000003 巡查 1');
    expect(tagged(signals, ...about.slice(1), '每天巡查两次。')).not.toContain('p000002 巡查 1');
  });
});

describe('casePractices', () => {
  const taxonomy = ['grid', 'points', 'estate'].map((id) =>
    practiceWith(id, [{ grid: '网格员', points: '积分兑换', estate: '业委会' }[id]]),
  );
  const casesOf = (...lines: string[]) => {
    const blocks = blocksOf(...lines);
    return casePractices(tagPassages(blocks, taxonomy).tags, blocks);
  };
  const far = '全镇去年新建道路12公里、桥梁3座、水池40口，村民出行用水的老大难都有了着落';

  it('is about a practice that two passages show', () => {
    expect(casesOf(`${far}，配网格员12名。`, `${far}，增配网格员3名。`)).toEqual([
      {
        id: 'grid',
        primary: true,
        passages: [
          { block: 'p000000', words: ['网格员'] },
          { block: 'p000001', words: ['网格员'] },
        ],
      },
    ]);
  });

  it('is about a practice that a passage opens with, not one named in passing', () => {
    expect(casesOf(`配网格员12名。${far}，办了积分兑换。`).map(({ id, primary }) => [id, primary])).toEqual([
      ['grid', true],
      ['points', false],
    ]);
  });

  it('looks past the problem with which a passage opens', () => {
    const problem = '针对村庄小而散、空心化、发展不平衡、年轻人都在外面、部分村的党组织服务能力弱等问题，';
    expect(casesOf(`${problem}配网格员12名。${far}，办了积分兑换。`).map(({ id, primary }) => [id, primary])).toEqual([
      ['grid', true],
      ['points', false],
    ]);
  });

  it('is about a practice that a heading names', () => {
    expect(casesOf('## 业委会建设', `${far}，选出业委会9个。`, `${far}。`)[0]).toMatchObject({ id: 'estate', primary: true });
  });

  it('orders what it is about first, then by passages, then by id', () => {
    const ids = casesOf(`${far}，积分兑换3次、选出业委会2个。`, `${far}，配网格员3名。`, `${far}，增配网格员3名。`).map(({ id }) => id);
    expect(ids).toEqual(['grid', 'estate', 'points']);
  });
});

it('tags paragraphs, lists and tables, no captions and no headings', () => {
  const kinds = ['paragraph', 'list', 'table', 'caption', 'image', 'heading'] as const;
  const blocks = kinds.map((kind, i): DraftBlock => ({ id: `x00000${i}`, kind, text: '配网格员12名。', spans: [] }));
  expect(tagPassages(blocks, [practiceWith('grid', ['网格员'])]).tags.map((tag) => tag.block)).toEqual(['x000000', 'x000001', 'x000002']);
});

const together = { together: [['网格'], ['巡查', '巡查员']] };

function half(phrase: string) {
  return { phrase, weight: 0.5 };
}
