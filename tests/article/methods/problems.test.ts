import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftBlock, PassageTag } from '../../../src/article/article.ts';
import { findProblems } from '../../../src/article/methods/problems.ts';

function blocksOf(...texts: string[]): DraftBlock[] {
  return texts.map((text, index) => ({ id: `p${String(index).padStart(6, '0')}`, kind: 'paragraph', text, spans: [] }));
}
const textsIn = (text: string) => findProblems(blocksOf(text), []).map((problem) => problem.text);

describe('problems in the source’s words', () => {
  it.each<[text: string, problems: string[]]>([
    // 针对……问题
    [
      '针对乡村规模小、空心化、发展不平衡、部分村党组织服务能力弱等问题，创新“四联四促”跨村联建工作法。',
      ['乡村规模小、空心化、发展不平衡、部分村党组织服务能力弱'],
    ],
    ['针对乡村人才总量不足、村级组织“人难选、选人难”等问题，大力实施“人才回引”工程。', ['乡村人才总量不足、村级组织“人难选、选人难”']],
    ['针对流动党员去向把握难、作用发挥难、教育实施难等突出问题，集中开展攻坚行动。', ['流动党员去向把握难、作用发挥难、教育实施难']],
    [
      '针对流动党员“去向难掌握、管理难落实、活动难开展、作用难发挥”等问题，探索“支部+商会”模式。',
      ['流动党员“去向难掌握、管理难落实、活动难开展、作用难发挥”'],
    ],
    ['针对村集体经济后劲不足，过分依赖资源型经济等问题，坚持整体提升。', ['村集体经济后劲不足，过分依赖资源型经济']],
    [
      '针对快递物流、外卖小哥等新就业群体流动性强、归属感不强、难融入等问题，组建党组织46个。',
      ['快递物流、外卖小哥等新就业群体流动性强、归属感不强、难融入'],
    ],
    ['针对群众反映强烈的停车难问题，社区党委召开议事会。', ['停车难']],
    ['针对农村党员年龄老化、流动性大的实际，镇党委推行送学上门。', ['农村党员年龄老化、流动性大']],
    ['针对部分党员理论学习不深入、作用发挥不明显的情况，推行积分管理。', ['部分党员理论学习不深入、作用发挥不明显']],
    ['针对“空心村”问题，实施归雁计划。', ['“空心村”']],
    ['针对物业服务不到位、业主自治缺位这一难题，街道成立物业联盟党委。', ['物业服务不到位、业主自治缺位']],
    ['针对基层“七站八所”条块分割、看得见管不着的痛点，推动编制下沉。', ['基层“七站八所”条块分割、看得见管不着']],
    ['针对村干部“干多干少一个样、干好干坏一个样”的现象，实行绩效考核。', ['村干部“干多干少一个样、干好干坏一个样”']],
    // 破解、解决、面对、存在
    ['打造国际研学基地等示范基地，破解农村空心化、规模小、产业层次不高问题。', ['农村空心化、规模小、产业层次不高']],
    ['拓宽农村优秀人才发展通道，解决农村队伍老化、后备人才不足的问题。', ['农村队伍老化、后备人才不足']],
    ['通过“一站办理、一线服务”，解决离乡进城群众来回跑、多头跑问题。', ['离乡进城群众来回跑、多头跑']],
    ['“面对红湖村缺少党群阵地的问题，经过多方努力协调，建起党建文化公园。”', ['红湖村缺少党群阵地']],
    ['帮助协调解决化肥、种子等生产物资运输困难问题。', ['化肥、种子等生产物资运输困难']],
    ['有效破解了老旧小区“无人管、管不好”的难题。', ['老旧小区“无人管、管不好”']],
    ['为破解村级后备力量青黄不接难题，县委组织部建立人才库。', ['村级后备力量青黄不接']],
    ['切实解决“谁来种地”的问题，成立土地股份合作社。', ['“谁来种地”']],
    ['面对企业招工难、融资难的困境，园区党委组建服务专班。', ['企业招工难、融资难']],
    ['一些支部存在组织生活不经常、党员教育不严肃等问题，县委逐一整改。', ['组织生活不经常、党员教育不严肃']],
    ['着力破解资源分散、各自为战的难题，组建联合党委。', ['资源分散、各自为战']],
    ['着力补齐村级集体经济薄弱短板，实施强村计划。', ['村级集体经济薄弱']],
    ['推动解决小区停车难、充电难、养老难等问题，居民拍手称快。', ['小区停车难、充电难、养老难']],
    ['扭转了村级组织软弱涣散的局面。', ['村级组织软弱涣散']],
    ['彻底改变了“散、小、弱”的局面，村民腰包鼓了起来。', ['“散、小、弱”']],
    // 一直是……难题
    ['村级集体经济薄弱，一直是山区县难以破解的重大难题。针对这一问题，大田县科学实施整体发展计划。', ['村级集体经济薄弱']],
    ['过去，物业管理缺位一直是困扰老旧小区的老大难问题。', ['物业管理缺位']],
    ['长期以来，流动党员“联系难、管理难”是基层党建的一大难点。', ['流动党员“联系难、管理难”']],
    ['快递小哥停车难、充电难、喝水难曾是街道的痛点。', ['快递小哥停车难、充电难、喝水难']],
    // Other frames and wordings.
    ['结合流动党员分布广、联系难的实际情况，街道党工委建立线上支部。', ['流动党员分布广、联系难']],
    ['外卖骑手常常面临“停车难、喝水难、充电难”等现实困境。', ['“停车难、喝水难、充电难”']],
    ['流动党员去向难掌握、活动难开展成为基层党建的突出问题。', ['流动党员去向难掌握、活动难开展']],
    ['过去，群众办事“多头跑、来回跑”，为破解这一难题，该县建成便民服务中心。', ['群众办事“多头跑、来回跑”']],
    ['针对社区工作者待遇低、晋升空间窄、队伍不稳定，市委组织部出台办法。', ['社区工作者待遇低、晋升空间窄、队伍不稳定']],
    ['部分村存在班子不团结、集体经济薄弱等“顽疾”。', ['班子不团结、集体经济薄弱']],
    ['着力破解基层治理“小马拉大车”突出问题，推动减负赋能。', ['基层治理“小马拉大车”']],
    ['对党员教育“宽松软”、组织生活“虚空偏”等问题，逐一制定措施。', ['党员教育“宽松软”、组织生活“虚空偏”']],
    ['围绕“党员管理难、作用发挥难”两大难题，推行红色积分。', ['“党员管理难、作用发挥难”']],
    ['针对新业态党建缺少阵地、缺少指导，组织活动召集难等问题，该县建设红色驿站。', ['新业态党建缺少阵地、缺少指导，组织活动召集难']],
    ['针对小区停车、充电、物业管理等问题，社区党委每月召开议事会。', ['小区停车、充电、物业管理']],
    ['聚力破解人才引育难题，制定出台若干措施。', ['人才引育难题']],
    ['过去，群众出行难、农产品运输难的问题十分突出。', ['群众出行难、农产品运输难']],
    // Two problems in one passage, one repeated.
    ['针对村干部待遇偏低问题，提高报酬。针对无钱办事问题，下拨经费。破解无钱办事难题，支部有了底气。', ['村干部待遇偏低', '无钱办事']],
  ])('%s', (text, problems) => {
    expect(textsIn(text)).toEqual(problems);
  });
});

describe('what is no problem', () => {
  it.each([
    '针对这一问题，大田县科学实施村级集体经济整体发展计划。',
    '针对上述问题，逐项整改。针对存在的问题，列出清单。针对排查出的突出问题，限期销号。',
    '为群众解决急难愁盼问题720余个，惠及群众3万余人。',
    '带动群众自发解决急难盼愁问题960多件次。',
    '共帮助企业协调解决融资、用工、用电、用气等问题100余个。',
    '解决热点难点问题650多个。',
    '发现并整改186个问题，共查出19大类21532条基层党建问题。',
    '聚焦居民的急难愁盼问题，探索推行工作机制。',
    '在干群之间架起宣传政策、解决问题、服务群众的连心桥。',
    '集中力量破解了一批小区治理的难点问题。',
    '坚持问题导向、目标导向，解决实际困难。',
    '针对“新社会空间”“新社会群体”，改变传统介入方式。',
    '针对不同领域特点，分类指导。',
    '面对疫情，全省2900多名驻村第一书记及时返岗。',
    '面对新形势新任务，必须坚持大抓基层。',
    '中央和湖北省委巡视反馈黄冈基层党建存在诸多问题。',
    '有效解决群众反映的12个问题。',
    '推动“三农”问题解决，处理历史遗留问题。',
    '深入查摆问题，着力解决群众最关心最直接最现实的利益问题。',
    '补短板、强弱项，有效补齐基层党建短板弱项。',
    '先后对巡视巡察、专项督查中发现的问题进行通报。',
    '更有针对性地解决问题，坚持目标导向。',
    '针对调研中发现的新情况新问题，及时出台措施。针对企业提出的问题，专人跟进。',
    '针对老旧小区，实行红色物业托管。',
    '关心关爱困境儿童，面对面听取意见。',
    '着力解决卡脖子难题，破解“三农”问题。',
    '针对不同的产业集群，打造多个平台，帮助企业解决转型中遇到的问题。',
    '推动破解城市基层治理难题，解决了一批遗留多年的老问题。',
    '有没有存在形式主义问题，是否存在脱离群众问题，都要对照检查。',
    '',
  ])('%s', (text) => {
    expect(textsIn(text)).toEqual([]);
  });

  it('reads paragraphs, lists and tables, not headings or captions', () => {
    const [block] = blocksOf('破解“停车难”问题');
    if (!block) throw new Error('no block');
    expect(findProblems([{ ...block, kind: 'heading', level: 2 }], [])).toEqual([]);
    expect(findProblems([{ ...block, kind: 'list' }], [])).toHaveLength(1);
  });
});

describe('the practice that answers a problem', () => {
  const tag = (practice: string, words: string[], score = 1): PassageTag => ({ block: 'p000000', practice, words, score });
  const answer = (text: string, tags: PassageTag[]) => findProblems(blocksOf(text), tags).map((problem) => problem.practice);

  it('is the one whose words stand nearest after the problem', () => {
    const text = '针对乡村空心化等问题，创新“四联四促”跨村联建工作法，成功打造4个市级基层党建示范点。';
    expect(answer(text, [tag('demonstration-sites', ['基层党建示范点'], 2), tag('cross-village-joint-building', ['跨村联建'])])).toEqual([
      'cross-village-joint-building',
    ]);
  });

  it('is the stronger of two whose words stand side by side', () => {
    const text = '针对流动党员“去向难掌握”等问题，建立5个驻外商会流动党组织。';
    expect(answer(text, [tag('social-organisations', ['驻外商会'], 2), tag('mobile-members', ['商会流动党组织'], 3)])).toEqual([
      'mobile-members',
    ]);
  });

  it('is found in the following sentence when the same one has none', () => {
    const text = '村级集体经济薄弱，一直是重大难题。针对这一问题，实施集体经济发展计划。采取支部领办合作社。';
    expect(answer(text, [tag('branch-led-cooperatives', ['支部领办合作社'], 2), tag('collective-economy', ['集体经济发展计划'])])).toEqual([
      'collective-economy',
    ]);
  });

  it('stands before the problem where the sentence tells the answer first', () => {
    const text = '组建17个乡村振兴党建联盟，连片发展产业项目，破解农村空心化问题。持续选派第一书记。';
    expect(answer(text, [tag('first-secretaries', ['选派第一书记'], 2), tag('party-building-alliance', ['党建联盟'])])).toEqual([
      'party-building-alliance',
    ]);
  });

  it('is the strongest of the passage when no words stand near, null without tags', () => {
    const text = '针对停车难问题，居民坐到一起。';
    expect(answer(text, [tag('b', ['没有的词'], 1), tag('a', ['没有的词'], 2)])).toEqual(['a']);
    expect(answer(text, [])).toEqual([null]);
    expect(answer(text, [{ ...tag('a', ['居民']), block: 'p999999' }])).toEqual([null]);
  });
});

describe('properties', () => {
  const piece = fc.constantFrom(
    ...[
      '针对',
      '破解',
      '解决',
      '面对',
      '存在',
      '一直是',
      '问题',
      '难题',
      '短板',
      '等',
      '的',
      '停车难',
      '不足',
      '“',
      '”',
      '，',
      '。',
      '、',
      '12',
      '个',
    ],
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 120 }),
    fc.array(piece, { maxLength: 50 }).map((parts) => parts.join('')),
  );

  it('never throws; every text is a short piece of its block', () => {
    fc.assert(
      fc.property(text, (value) => {
        for (const problem of findProblems(blocksOf(value), [])) {
          expect(value).toContain(problem.text);
          expect(problem.text.length).toBeGreaterThan(1);
          expect(problem.text.length).toBeLessThanOrEqual(90);
          expect(problem.text.split('“').length).toBe(problem.text.split('”').length);
        }
      }),
      { numRuns: 500 },
    );
  });
});
