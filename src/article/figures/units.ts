/** Measure words that make a number a figure, by what they measure. */

export type Measure =
  | 'people'
  | 'households'
  | 'things'
  | 'events'
  | 'money'
  | 'extent'
  | 'share'
  | 'points'
  | 'times'
  | 'years'
  | 'span'
  | 'score'
  | 'rank';

const unitsByMeasure: Record<Exclude<Measure, 'rank'>, string> = {
  people: '人次 人（次） 人(次) 名 人 位',
  households: '户次 户',
  events: '场次 件次 批次 班次 车次 台次 项次 例次 家次 处次 架次 课时 学时 学分 期 场 次 批 轮次 轮 遍 趟 堂 节',
  things:
    '大类 台（套） 台(套) 台套 类 种 个 项 家 条 处 件 支 座 所 间 栋 幢 套 台 辆 部 本 册 份 篇 幅 块 盏 眼 口 组 对 首 宗 起 桩 笔 例 款 张 面 ' +
    '头 只 羽 尾 枚 棵 株 匹 箱 袋 瓶 盒 桶 根 粒 颗 门 床 桌 艘 架 副 杆 单 票 片 棚',
  money: '元 美元 港元 欧元 块钱',
  extent: '亩次 亩 公顷 平方公里 平方千米 平方米 立方米 立方 平米 ㎡ 公里 千米 米 吨 公斤 千克 斤 升 千瓦时 千瓦 兆瓦',
  share: '%',
  points: '个百分点 百分点',
  times: '倍',
  years: '周岁 岁',
  span: '个工作日 工作日 个小时 小时 个月 分钟 天 年',
  score: '分',
};

/** What may not follow a unit, because both together are another word: 5人均 is no 5人. */
const otherWords: Record<string, string> = {
  名: '次|义|称|单',
  人: '次|均|民|大(?!代表|学生)|社|事|力|文|居|工|造|心|家',
  位: '一体|于|居|置|数',
  户: '外|籍|口|型|主|均',
  期: '间|限|待|望|末',
  场: '所|地|景|馆',
  次: '日|要|序|数',
  批: '评|准|复|发',
  轮: '次|流|换|训|岗|值',
  节: '日|约|点|能|目',
  类: '别|似|型',
  种: '植|养|粮|子|业',
  个: '多(?:小时|月|星期)|百分点|月|小时|工作日|半|年头|性|体',
  项: '目',
  家: '庭(?!农场)|长|属|乡|具|电|国',
  条: '例|件|款',
  处: '理|级|长|置|分|罚|于|在',
  支: '持|撑|部|委|书|出|付',
  座: '谈|位',
  所: '有|属|在|谓|需',
  间: '隔|接',
  套: '餐|路',
  台: '账|湾|阶|风',
  部: '门|分|队|委|长|署|位',
  本: '地|村|市|县|级|次|人|科|年|届|月|土|区|镇|省',
  册: '子',
  篇: '章',
  块: '钱|状',
  面: '积|对|临|向|试|貌',
  口: '号|头|碑|味|岸',
  眼: '前|光',
  组: '织|建|长|成|合',
  对: '于|象|外|内|接|口|比|照|标|策|应|党|村|群',
  首: '个|批|次|先|要|届|创',
  起: '来|步|草|到',
  笔: '记|试',
  例: '如|会|行',
  款: '项|物',
  张: '榜|力',
  头: '雁|脑|部',
  只: '要|有|是|需|能|为',
  根: '据|本|基|植',
  门: '口|前|店|槛',
  床: '位',
  桌: '子',
  架: '构',
  单: '位|元|独|一',
  票: '决|据',
  片: '区|面',
  元: '素|旦|宵|结构|化',
  亩: '均|产',
  米: '饭|粉|线|酒|面',
  升: '级|至|到|为',
  斤: '两',
  年: '级|代|度|终|产|均|轻',
  天: '然|气|空|际',
  分: '别|之|钟|类|布|为|成|析|管|片|级|层|批|散|流|享|工|支|校|公|局|会|期|区|解|段|配|红|数|队|组|包|行|众|店',
};

const rows = Object.entries(unitsByMeasure).flatMap(([measure, units]) =>
  units.split(' ').map((unit) => ({ unit, measure: measure as Measure })),
);
const measures = new Map(rows.map(({ unit, measure }) => [unit, measure]));

/** Regular expression source of one unit, the longest first; no group. */
export const unitSource = rows
  .map(({ unit }) => unit)
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  .map((unit) => unit.replace(/[()]/gu, String.raw`\$&`) + (otherWords[unit] ? `(?!${otherWords[unit]})` : ''))
  .join('|');

/** What a unit measures; `things` for one that is not in the table. */
export function measureOf(unit: string): Measure {
  return measures.get(unit) ?? 'things';
}
