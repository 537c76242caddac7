import type { Figure } from '../article/schema.ts';

/** One way in which two sources write the same measure. */
interface Wording {
  /** Why both say the same, for readers of the table. */
  reason: string;
  from: RegExp;
  to: string;
  /** Only for figures of these kinds. */
  kinds?: readonly Figure['kind'][];
}

/**
 * In order. Nothing that tells one measure from another is here: 自有经营性收入, 集体经营性收入 and 村集体收入 stay three, as do
 * 软弱涣散村党组织 and 党组织, 驻村第一书记 and 第一书记.
 */
const wordings: readonly Wording[] = [
  { reason: '全角与半角', from: /[（(]([^（）()]*)[）)]/gu, to: '（$1）' },
  { reason: '引号只是强调', from: /[“”‘’"'「」『』《》]/gu, to: '' },
  {
    reason: '全县、辖区内说的是归属',
    from: /^(?:全[省市州盟县区旗乡镇村](?![域场])|辖区|辖内|境内|当地|本地)(?:范围)?内?的?(?=.{2})/u,
    to: '',
  },
  { reason: '现有、共有说的是时间和总计', from: /^(?:现有|共有|已有|累计|总共|共)(?=[^同建享产治青富识性].)/u, to: '' },
  { reason: '村级集体就是村集体', from: /村级集体/gu, to: '村集体' },
  { reason: '总数、数量是计数本身的叫法', from: /(?<=.{2})的?(?:总数|数量|个数|人数)$/u, to: '', kinds: ['count'] },
];

/** Classifiers for people, which count the same. */
const peopleUnits: readonly string[] = ['名', '位', '人'];

/** Names that say so little that two places hardly mean the same by them. */
const generalNames: ReadonlySet<string> = new Set(
  '人 户 村 社区 村（社区） 小区 项目 问题 难题 干部 群众 党员干部 优秀干部 企业 单位 部门 资金 各类资金 投资 投入资金 争取资金 收入 内容 措施 活动 任务 点 线路 阵地 场所 帮带 游客 抽调人员 服务 培训'.split(
    ' ',
  ),
);

/** Whether any of the wordings is there at all: in most names none is. */
const anyWording = new RegExp(wordings.map(({ from: { source } }) => `(?:${source})`).join('|'), 'u');

/** The name of a measure by which figures of two sources are found to be of one measure; never what a reader sees. */
export function measureName({ subject, kind }: Pick<Figure, 'subject' | 'kind'>): string {
  if (!anyWording.test(subject)) return subject;
  return wordings
    .filter(({ kinds }) => kinds === undefined || kinds.includes(kind))
    .reduce((name, { from, to }) => name.replace(from, to), subject);
}

/** `联村党组织 个 count`: what makes two figures figures of one measure: what is counted, in which unit, how, per what. */
export function measureKey(figure: Pick<Figure, 'subject' | 'unit' | 'kind' | 'per'>, name = measureName(figure)): string {
  const unit = peopleUnits.includes(figure.unit) ? '人' : figure.unit;
  return [name, unit, figure.kind, figure.per ?? ''].filter(Boolean).join(' ');
}

/** Whether a figure's name says so little that it cannot be set beside another's. */
export function isGeneral(figure: Pick<Figure, 'subject' | 'kind'>, name = measureName(figure)): boolean {
  return generalNames.has(name);
}
