/** Carrier words: what turns words in quotation marks into the name of a measure (“……”工作法, “……”机制). Ordered tables. */

interface Carrier {
  /** Source of a regular expression, flag u. */
  word: string;
  /** What may not follow, because the characters then mean something else. */
  not?: string;
}

const carriers: readonly Carrier[] = [
  {
    word: '(?:工作|管理|治理|服务|议事|调解|教学|帮扶|培训|考核|督查|联系|走访|学习|协商|评议|推进|运行|攻坚|积分|选拔|培养|教育|宣讲|化解)法',
    not: '治|律|规|人|庭|院|定|制|官|案',
  },
  { word: '机制', not: '化|体制' },
  { word: '制度', not: '化' },
  { word: '模式', not: '化' },
  { word: '工程', not: '队|师|车|款|量|机械|质量|造价|技术|项目部|公司|学院|指挥' },
  { word: '行动计划', not: '书' },
  { word: '行动', not: '队|组|力|者|派|指南|支部|党支部|员|轨迹|方案' },
  { word: '计划', not: '书|生育|经济|单列|内|外|竞赛' },
  { word: '活动', not: '室|中心|场|阵地|站|周|月|板房|之家|广场|平台|基地|经费|形式|现场|空间' },
  { word: '做法' },
  { word: '体系', not: '化' },
  { word: '改革', not: '开放|家|发展|委|创新' },
  { word: '(?<=^|责任|负责|工作|管理|包保|承诺|积分|销号|服务|代办|轮值|联系|值班)制', not: '(?!工作|管理|和|与|等)\\p{Script=Han}' },
  { word: '(?:党建|党建工作|党建服务|工作|服务|治理|组织)品牌', not: '化' },
];
const source = (list: readonly Carrier[]) => `(?:${list.map(({ word, not }) => (not ? `${word}(?!${not})` : word)).join('|')})`;
const carrier = source(carriers);

/** Words between the closing mark and the carrier word that do not belong to a name. */
const foreign =
  /^[两三四五六七八九多\d]级|举办|举行|召开|发布|安装|施工|[一二三]期|[的了和与及等为是在以把将对让使从由到被]|开展|推进|建立|打造|形成|实施|推动|深化|落实|启动|组织(?!工作|生活|设置|运行|管理)|参加|参与|围绕|通过|提供|带动|推行/u;
/** … unless such a verb is all that stands there: “周调度、月通报”推进机制, “支部+网格”组织体系. */
const purpose = /^(?:工作|党)?(?:推进|落实|推动|组织)$/u;
/** One-off events: they have a motto, not a method. */
const event =
  /主题(?:党日|团日|教育|党课|宣讲|演讲|征文|晚会|展|读书|沙龙)|文艺|演出|评选|评比|表彰|颁奖|征集|征文|演讲|比赛|竞赛|展演|书画|摄影|歌咏|观影|捐款|联欢|庆祝|纪念|参观|启动|采访|开幕|巡游|招聘|授课|慰问|展示|宣传[周月]|展播|专场|人文交流|文化活动|旅游/u;

/** What shops call their offers. */
export const commerce = /特惠|促销|优惠|打折|抽奖|满减/u;

const direct = new RegExp(`^\\s?(\\p{Script=Han}{0,12}?)${carrier}`, 'u');
const counted = new RegExp(`^[两三四五六七八九十\\d]+[大项个类种]\\p{Script=Han}{0,6}?${carrier}`, 'u');
const listed = new RegExp(`^等(\\p{Script=Han}{0,12}?)${carrier}`, 'u');
const loosely = /^(?:的|等)[\p{Script=Han}\d]{0,10}?(?:模式|机制|工作法|做法|经验|体系)/u;
const way = /^(?:的|等)?\p{Script=Han}{0,6}?(?:路径|方式)/u;
const inside =
  /^(.+?)(?:工作法|工程|行动|计划|活动|机制|制度|模式|体系|改革|做法|[事议理作务管教帮谈访环联评推一二三四五六七八九十步]法|经验|(?<![体机控编研限强])制)$/u;
/** Sayings that only end like a name: “健全全面从严治党体系”, “早预警、早行动”. */
const saying = /[、，]|^(?:健全|构建|推动|完善|建设|坚持|深化|加强|全面|进一步|推进|实施|开展|打造)/u;
/** What makes a carrier word inside the marks an ordinary word: “工作机制”, “新模式”. */
const ordinary =
  /^(?:新|好|老|大|小|硬|软|工作|管理|服务|长效|培训|领导|责任|考核|激励|约束|保障|监督|运行|创新|先进|成功|有效|典型|特色|党建|主题|志愿服务|实践|组织|统一|专项|集中|重点|重大)+$/u;

/** How the words behind a quotation make a name of it. */
export type Tail =
  /** The carrier word belongs to the name; `length` counts to its end. */
  | { kind: 'carrier'; length: number }
  /** The carrier word serves a whole list: “……”“……”三大行动, “……”等做法; of 等活动 only what is plainly a name. */
  | { kind: 'shared' }
  /** Only a name that is plainly one may do without a carrier word of its own: “支部+农户”的模式, “一派两聘”等经验. */
  | { kind: 'loose' }
  /** Only a combination of organisations: “支部+公司+基地”的方式, not “授课+讨论”的方式. */
  | { kind: 'way' };

export function tailOf(rest: string): Tail | undefined {
  const next = rest.slice(0, 24);
  if (counted.test(next)) return { kind: 'shared' };
  const list = listed.exec(next);
  if (list && !foreign.test(list[1] ?? '')) return { kind: list[0].endsWith('活动') ? 'loose' : 'shared' };
  if (loosely.test(next)) return { kind: 'loose' };
  if (way.test(next)) return { kind: 'way' };
  const match = direct.exec(next);
  const modifier = match?.[1] ?? '';
  if (!match || (foreign.test(modifier) && !purpose.test(modifier)) || event.test(match[0])) return undefined;
  return { kind: 'carrier', length: match[0].length };
}

/** Whether the words end in a carrier word of their own: “五事工作法”, “双培工程”, “党建轮值制”. */
export function carriesItself(words: string): boolean {
  const stem = inside.exec(words)?.[1] ?? '';
  return stem.length >= 1 && words.length >= 4 && !ordinary.test(stem) && !event.test(words) && !saying.test(words);
}

/** The words without their own carrier word, so that “四步走工作法” and “四步走”工作机制 meet; “五大工程” stays whole. */
export function withoutCarrier(words: string): string {
  const stem = inside.exec(words)?.[1] ?? '';
  return stem.length < 2 || /[大项个]$/u.test(stem) || ordinary.test(stem) ? words : stem;
}

/** Source of a regular expression (flag u) for a carrier word in running text. */
export const carrierSource = carrier;
