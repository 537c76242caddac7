/** Whether a number tells what was done, what is planned, or what was found wrong. */
import type { Span } from '../article.ts';
import type { Figure } from '../schema.ts';

const nextVerb = '在|于|到|用|投|新|统|建|选|培|引|发|开|打|实|完|年|今|总|组|扶|招';
/** A plan that holds to the end of its sentence, or until the words say what has been reached. */
const plan = new RegExp(
  [
    `计划(?:明年|后年|下半年|下一步|再|改|增|扩|每年|${nextVerb}|\\d)|规划(?:建设|投资|新建|到20)|拟(?=[\\p{Script=Han}\\d])(?!定|订|人|态)`,
    '力争|力求|争取(?:在|到|用|于|年内|今年|明年|实现|早日)|预计|预期|目标(?:是|为)|确保到|明确(?:到|从)?20\\d\\d年',
    '将(?:于|在\\d|到\\d|投资|投入|建成|建设|新建|达到?|实现|完成|新增|继续|突破|超过|带动|陆续|再|分批|重点|为(?!民))',
    '(?:投产|建成|投用|运营|完工|达产|竣工)后[^。；]{0,4}(?:可|将|预计|能)|明年(?:将|要|计划)',
  ].join('|'),
  'u',
);
/** An outlook for its own clause only. */
const outlook = /有望|即将|可(?:带动|实现|增收|新增|解决|为)|年产值可达/u;
/** 10个项目即将开工建设: said behind the number, in its clause. */
const ahead =
  /^[^，。；]*(?:即将|有望|将(?:于|在|陆续|全部))(?:[^，。；\d]{0,10})(?:开工|动工|完工|竣工|建成|投产|投用|投入使用|运营|开业|启动|上市|落地|揭牌)/u;
const byYear = /(?<!截)(?:到|至)(20\d\d)年(?:底|末)?，?[^，。；]{0,12}(?:将|达到|实现|建成|力争|要)/u;
const reached = /目前|截至|现已|如今|已(?:经)?[\p{Script=Han}]|累计/u;

const finding =
  /查出|查找出?|查摆出?|查处|排查出?|摸排出?|发现|检视出?|梳理出?|反馈|暴露出?|存在|摸清|揭摆|起底|还有|仍有|通报|是[^，。；]{0,10}(?:最后|仅有的)?$/u;
const defect = /问题|隐患|风险|短板|不足|弱项|矛盾|纠纷|贫困村|贫困户|贫困人口|软弱涣散|薄弱村|空壳村|后进|重难点村|违规|违纪|漏洞|盲区/u;
const remedy =
  /整改|整治|整顿|转化|解决|化解|销号|办结|完成|调处|调解|处理|处置|得到|脱贫|摘帽|消除|清零|帮扶|结对|纳入|带动|帮助|挂点|攻克|破解|选派|派驻|安置|走访|慰问|惠及|补齐|清理|修复/u;

/** Of a number at `at` in a sentence; `clause` is its clause, all offsets in the sentence. `published`: year, where known. */
export function statusOf(sentence: string, clause: Span, at: number, subject: string, published?: string): Figure['status'] {
  const before = sentence.slice(clause[0], at);
  if (isPlanned(sentence, clause[0], at, published) || ahead.test(sentence.slice(at, clause[1]))) return 'planned';
  if (!defect.test(subject) || isRemedied(sentence.slice(...clause))) return 'done';
  return finding.test(before) ? 'problem' : 'done';
}

const isRemedied = (clause: string): boolean => remedy.test(clause) && !/正在|尚未|尚有|仍有|还有/u.test(clause);

function isPlanned(sentence: string, clauseStart: number, at: number, published: string | undefined): boolean {
  const own = sentence.slice(clauseStart, at);
  const part = sentence.slice(sentence.slice(0, at).lastIndexOf('；') + 1, at);
  const target = byYear.exec(part);
  const coming = target && (published === undefined || Number(target[1]) > Number(published.slice(0, 4))) ? target : null;
  const match = plan.exec(part) ?? coming;
  if (!match) return outlook.test(own);
  return plan.test(own) || !reached.test(part.slice(match.index + match[0].length));
}
