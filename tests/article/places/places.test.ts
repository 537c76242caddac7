import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftBlock } from '../../../src/article/article.ts';
import { findPlaces } from '../../../src/article/places/places.ts';
import { cautiousFull, neverBare, ordinaryBare, ordinaryFull, straddles } from '../../../src/article/places/words.ts';
import { gazetteer } from './gazetteer-of-china.ts';
import { caseRows } from './places-rows.ts';

function blocksOf(texts: readonly string[]): DraftBlock[] {
  return texts.map((text, index) => ({ id: `p${index}`, kind: 'paragraph', text, spans: [] }));
}

function read(title: string, body: readonly string[], byline?: string) {
  const blocks = blocksOf(body);
  const found = findPlaces({ title, ...(byline && { byline }), blocks }, gazetteer);
  const words = blocks.map(({ id, text }) =>
    (found.mentions.get(id) ?? []).map(({ place, start, end }) => {
      const word = text.slice(start, end);
      return word === place.name ? word : `${word}=${place.name}`;
    }),
  );
  return { path: found.place?.path.join('/') ?? '', words, doubts: found.doubts };
}

/** Names in one passage of an article of 大田县. */
const inDatian = (text: string) => read('大田县：提质升级', ['福建省三明市大田县各基层党组织提质增效。', text]).words[1];

function seed(file: string): string {
  return readFileSync(new URL(`../../../seeds/${file}`, import.meta.url), 'utf8');
}

describe('the place that an article reports on', () => {
  it.each(caseRows.map((row) => [row.title, row] as const))('%s', (_, { title, byline, body, place }) => {
    expect(read(title, body, byline).path).toBe(place);
  });
});

describe('seed 001', () => {
  const [title = '', , text = ''] = seed('001_cd77726d6dca0777.txt').split('\n');
  const body = text.split(' ').filter((part) => part.length > 1);
  const found = read(title, body);

  it('reports on 福建省', () => {
    expect(found.path).toBe('福建省');
  });

  it.each([
    ['习近平总书记在福建工作时', ['福建=福建省', '福建=福建省']],
    ['福鼎市前岐镇', ['福鼎市']],
    ['村级组织后备力量是农村发展的', ['仙游县', '寿宁县']],
    ['面对红湖村缺少', ['长汀县']],
    ['南平市延平区夏道镇', ['延平区', '南平市']],
    ['厦门市同安区汀溪镇', ['同安区']],
    ['安溪县西坪镇', ['安溪县', '安溪县']],
    ['寿宁县下党乡', ['寿宁县']],
    ['闽清县东桥镇', ['闽清县']],
    ['他们扑下身子', ['将乐县', '霞浦县']],
    ['他们甘于奉献', ['德化县', '长汀县', '东山县']],
    ['他们冲锋在前', ['安溪县', '安溪县', '建阳区']],
    ['严管和厚爱', ['平和县', '南平市']],
  ])('speaks of places in %s', (start, words) => {
    expect(found.words[body.findIndex((part) => part.includes(start))]).toEqual(words);
  });

  it('speaks of no place in any other passage', () => {
    expect(found.words.filter((words) => words.length > 0)).toHaveLength(13);
  });
});

describe('seed 004', () => {
  const [title = '', ...lines] = seed('004_e283e4cb1ec74523.txt').split('\n');
  const body = lines.filter((line) => line.length > 0);
  const found = read(title, body);

  it('reports on 黄冈市, though 罗田县 comes first', () => {
    expect(found.path).toBe('湖北省/黄冈市');
  });

  it.each([
    ['何世平、何喜林', ['罗田县']],
    ['据悉，绿时光', ['罗田县']],
    ['作为全国闻名的革命老区', ['黄冈市']],
    ['工作座谈会在罗田县召开', ['罗田县']],
    ['近年来，中央和湖北省委', ['湖北省', '黄冈=黄冈市']],
    ['的“三问”导向', ['黄冈市']],
    ['督导组向浠水县委', ['浠水县']],
    ['外出取经', ['上海=上海市', '福建=福建省', '浙江=浙江省']],
    ['系统谋划', ['黄冈市']],
    ['一切工作到支部', ['黄梅县']],
    ['整县推进，保障先行', ['红安县']],
    ['看着村文艺宣传队', ['英山县']],
    ['由武穴市委组织部', ['武穴市', '武穴=武穴市']],
    ['2017年9月，浠水县委', ['浠水县']],
    ['按照“开小灶', ['团风县']],
    ['积极探索明责任', ['武穴市', '黄州区', '蕲春县', '武穴市']],
    ['麻城市大庙岗村', ['麻城市']],
    ['罗田县河铺镇', ['罗田县']],
    ['蕲春县漕河镇', ['蕲春县']],
    ['黄梅县柳林乡', ['黄梅县']],
    ['英山县周家畈村', ['英山县']],
    ['接待游客350余人次', ['罗田县']],
    ['党旗飘扬，指明', ['湖北=湖北省']],
  ])('speaks of places in %s', (start, words) => {
    const plain = (text: string) => text.replaceAll(',', '，');
    expect(found.words[body.findIndex((line) => plain(line).includes(start))]).toEqual(words);
  });

  it('speaks of no place in any other passage', () => {
    expect(found.words.filter((words) => words.length > 0)).toHaveLength(23);
  });
});

describe('seeds 000, 002 and 003', () => {
  it.each([
    ['000_2c8c600216f25500.txt', '福建省/三明市/大田县'],
    ['002_5bc6a8d6376a05c2.txt', '福建省/三明市/永安市'],
    ['003_3a30e3764a6a3fdc.txt', '福建省/三明市/将乐县'],
  ])('%s reports on %s', (file, path) => {
    const [title = '', ...body] = seed(file)
      .split('\n')
      .filter((line) => line.length > 0);
    expect(read(title, body).path).toBe(path);
  });
});

describe('names in a passage', () => {
  it.each<[text: string, words: string[]]>([
    // A name and the superiors before it are one name.
    ['福建省三明市大田县济阳乡。', ['大田县']],
    ['与厦门思明区、上海虹口区协作共建。', ['思明区', '虹口区']],
    ['借鉴浙江·安吉的做法。', ['安吉=安吉县']],
    ['推动大田全方位高质量发展。', ['大田=大田县']],
    ['在上海、深圳、厦门、福州等地组建驻外党支部。', ['上海=上海市', '深圳=深圳市', '厦门=厦门市', '福州=福州市']],
    ['恩施州、宁夏、内蒙古的同行来访。', ['恩施州=恩施土家族苗族自治州', '宁夏=宁夏回族自治区', '内蒙古=内蒙古自治区']],
    ['沙县、建阳市的经验。', ['沙县=沙县区', '建阳市=建阳区']],
    ['北京市东城区（原崇文区）。', ['东城区', '崇文区=东城区']],
    ['在三明市场上，三明的笋干最好。', ['三明=三明市', '三明=三明市']],
    ['中共大田县委、大田县人民政府。', ['大田县', '大田县']],
    ['中华人民共和国成立以来。', []],
    ['东西湖区在武汉。', ['东西湖区', '武汉=武汉市']],
    ['在沛县，磁县县委。', ['沛县', '磁县']],
    ['广东海南两省、上海浦东。', ['广东=广东省', '海南=海南省', '浦东=浦东新区']],
    ['安徽省六安市寿县。', ['寿县']],
    // Words that only look like names.
    ['他历任县长，任县委书记；兴县富民。', []],
    ['大田间、广大田野、大田作物。', []],
    ['推进平安建设、和平年代、文明创建、互助养老、合作共赢。', []],
    ['在城区、郊区、矿区、新城区分类推进。', []],
    ['相应县级财政、提高县域能力、组成县委专班。', []],
    ['其中山区村12个，老旧小区在振兴区域内。', []],
    ['幸福建设、隆重庆祝、扩大连片、复合肥料、聚焦作用发挥、美丽水乡、经济南北两翼。', []],
    ['完成都市农业布局，推广东西协作，医保定点，伟大理想。', []],
    ['长治久安、金山银山、绿水青山、孙中山、延安精神、古田会议、宁德时代。', []],
    ['大田县大同镇、长安镇、和平村、南平路、北京路、上海街道。', ['大田县']],
    // Names of others that hold a place's name.
    ['据《福建日报》、人民网、南方日报、湖南卫视报道。', []],
    ['发挥黄冈党旗红等新媒体平台的优势。', []],
    ['厦门大学、福建农林大学、福州职业技术学院的专家。', []],
    ['湖北瑞坤旅游开发有限公司、南平润农农产品合作社、上海大众。', []],
    ['人民网北京5月3日电，新华社福州电。', []],
    ['他是四川人，爱吃湖南菜。', []],
    ['福州长乐国际机场、杭州钱塘快速路。', ['福州=福州市', '杭州=杭州市']],
    ['王永安同志、林大田书记。', []],
    ['实行台湾生态农场模式。', []],
  ])('%s', (text, words) => {
    expect(inDatian(text)).toEqual(words);
  });

  it.each<[body: string[], words: string[]]>([
    // Counties of the article's place; those of others stay out.
    [
      ['黄冈市委抓实基层，全市推开。', '浠水、罗田先行，昆山的客人来访。'],
      ['浠水=浠水县', '罗田=罗田县'],
    ],
    // A bare name that is an ordinary word, too.
    [['三明市推广经验。', '大田的做法值得学习，永安全境推开。'], []],
    [['三明市大田县先行。', '大田的做法值得学习。'], ['大田=大田县']],
    [
      ['三明市推广经验。', '永安、大田、将乐等地跟进。'],
      ['永安=永安市', '大田=大田县', '将乐=将乐县'],
    ],
    [['海东市推广经验。', '平安、和平、互助的邻里关系。'], []],
  ])('%j', (body, words) => {
    expect(read('工作纪实', body).words[1]).toEqual(words);
  });
});

describe('the lists of ambiguous words', () => {
  it.each([
    ['neverBare', [...neverBare]],
    ['ordinaryBare', [...ordinaryBare]],
    ['ordinaryFull', [...ordinaryFull]],
    ['cautiousFull', [...cautiousFull]],
    ['straddles', Object.keys(straddles)],
  ])('%s holds nothing but names', (_, words) => {
    expect(words.filter((word) => gazetteer.named(word).length === 0)).toEqual([]);
  });

  it('put no province under suspicion', () => {
    const provinces = gazetteer.places.filter(({ level }) => level === 'province').map(({ code }) => code);
    const suspected = [...neverBare, ...ordinaryBare].filter((word) =>
      gazetteer.named(word).some(({ place }) => provinces.includes(place.code)),
    );
    expect(suspected).toEqual([]);
  });

  it('say once how common a name is', () => {
    expect([...neverBare].filter((word) => ordinaryBare.has(word))).toEqual([]);
    expect([...ordinaryFull].filter((word) => cautiousFull.has(word))).toEqual([]);
  });
});

describe('names of several places', () => {
  it.each([
    ['徐州市推进治理。', '鼓楼区跟进。', ['鼓楼区'], '320302'],
    ['江苏省南京市鼓楼区先行。', '鼓楼区再推进。', ['鼓楼区'], '320106'],
    ['福州市推进治理。', '鼓楼区跟进。', ['鼓楼区'], '350102'],
    ['河北省石家庄市桥东区。', '桥东区跟进。', ['桥东区=石家庄市'], '130100'],
    ['淮安市推进治理。', '清河区跟进。', ['清河区=清江浦区'], '320812'],
    ['南京市与徐州市合作，徐州市先行，鼓楼区跟进。', '没有地名。', [], '320302'],
  ])('%s %s', (first, second, words, code) => {
    const blocks = blocksOf([first, second]);
    const { mentions, doubts } = findPlaces({ title: '工作纪实', blocks }, gazetteer);
    expect(read('工作纪实', [first, second]).words[1]).toEqual(words);
    expect([...mentions.values()].flat().map(({ place }) => place.code)).toContain(code);
    expect(doubts).toEqual([]);
  });

  it('are a doubt with all candidates where nothing settles them', () => {
    const { words, doubts, path } = read('鼓楼区：红色物业', ['鼓楼区推行红色物业。']);
    expect(words).toEqual([[]]);
    expect(path).toBe('');
    expect(doubts).toHaveLength(1);
    expect(doubts[0]).toMatchObject({ kind: 'ambiguous name', name: '鼓楼区' });
    expect(doubts[0]?.kind === 'ambiguous name' && doubts[0].candidates.map(({ code }) => code)).toEqual([
      '320106',
      '320302',
      '350102',
      '410204',
    ]);
  });

  it('say in which block the doubt arises', () => {
    const { doubts } = read('红色物业进小区', ['各地推行红色物业。', '朝阳区先行。']);
    expect(doubts).toMatchObject([{ kind: 'ambiguous name', name: '朝阳区', block: 'p1' }]);
  });
});

describe('title and body', () => {
  it('that speak of different places are a doubt', () => {
    const { doubts } = read('大田县：提质升级', ['福建省三明市将乐县推行近邻党建。', '将乐县委抓实网格，全县组建支部。']);
    expect(doubts).toMatchObject([{ kind: 'title and body differ', title: { name: '大田县' }, body: { name: '将乐县' } }]);
  });

  it.each([
    ['福建省选派干部', ['大田县、将乐县、沙县区的第一书记扎根一线，全省选派2997名。']],
    ['大田县：提质升级', ['福建省三明市大田县推行近邻党建。', '将乐县的客人来访。']],
    ['党建引领促振兴', ['福建省三明市将乐县推行近邻党建。']],
  ])('agree: %s', (title, body) => {
    expect(read(title, body).doubts).toEqual([]);
  });
});

describe('whatever the text', () => {
  const pieces = fc.constantFrom(
    '福建省',
    '三明市',
    '大田县',
    '大田',
    '鼓楼区',
    '朝阳',
    '城区',
    '磁县',
    '与',
    '、',
    '。',
    '全县',
    '“',
    '镇',
    '县委',
    '𠮷',
    '\0',
    'a',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
  );
  const article = fc.record({ title: text, byline: text, body: fc.array(text, { maxLength: 6 }) });

  it('names stand where the offsets say, in order, without overlap', () => {
    fc.assert(
      fc.property(article, ({ title, byline, body }) => {
        const blocks = blocksOf(body);
        const { mentions } = findPlaces({ title, byline, blocks }, gazetteer);
        for (const { id, text: words } of blocks) {
          let last = 0;
          for (const { place, start, end } of mentions.get(id) ?? []) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(gazetteer.named(words.slice(start, end)).map((reading) => reading.place.code)).toContain(place.code);
            last = end;
          }
        }
      }),
    );
  });

  it('the finding is the same each time', () => {
    fc.assert(
      fc.property(article, ({ title, byline, body }) => {
        const once = findPlaces({ title, byline, blocks: blocksOf(body) }, gazetteer);
        expect(findPlaces({ title, byline, blocks: blocksOf(body) }, gazetteer)).toEqual(once);
      }),
    );
  });
});
