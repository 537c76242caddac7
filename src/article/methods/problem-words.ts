/** What makes words a problem, and what of them belongs to the phrase around it. */
import { isBalanced } from './quotations.ts';

/** Words that say what is wrong. */
const defects: readonly RegExp[] = [
  /(?<![疑困艰畏繁急遇危重热灾])难(?![题点事关免得忘忙])/u,
  /不(?:足|够|强|高|畅|力|平衡|均|全|严|实|清|明|到位|规范|完善|健全|及时|顺|通|匹配|深|细|经常|积极|主动|愿|敢|会|能|合理|协调|稳定|便|紧|大|重视|起|上|管|着|少|严肃|明显|充分|统一|科学|集中|精准|(?![同断仅是少论管])\p{Script=Han}{1,3}$)/u,
  /弱(?!项)|差(?!异|别)|零散|、散|散[、乱]|乱|脏|慢|贵|偏[低少弱大高远慢软老]|过[高低多少于分度大慢窄]|低(?:下|效|迷|水平)|较[低差弱少慢]|规模小|面窄/u,
  /缺(?:乏|少|失|位|口|人|钱|地|技术|资金|平台|[\p{Script=Han}])|匮乏|短缺|欠缺|紧缺|紧张|贫乏|稀缺|有限/u,
  /空心|老龄|老化|老旧(?!小区|社区|住宅|楼|房屋|街区|厂)|断层|断档|断链|滞后|薄弱|单一|流失|闲置|分散|涣散|脱节|空白|盲区|盲点|虚化|弱化|边缘化|淡化|形式化|形式主义|表面化|碎片化|同质化|僵化|松散|松懈|悬空|空转|空壳/u,
  /堵塞|破损|漏水|积水|噪音|大操大办|沉重|随意|走过场|应付|梗阻|屡禁|难管|说了不算|撂荒|积压|滞销|打折扣|错位|\d+张皮|两张皮|多头|来回跑|跑[腿路]|推诿|扯皮|推拖|隐患|纠纷|无人|没人|没有|无[钱处法力序章物]|等靠要|青黄不接|后继乏人|各自为[战政]|单打独斗|条块分割|重[\p{Script=Han}]{1,4}轻/u,
  /负担重|压力大|任务重|流动性[大强]|分布[广散]|繁琐|繁杂|拥堵|拥挤|污染|粗放|下滑|频发|多发|依赖|人手|成本高|时间长|周期长|战线长|路途远|不对称|倒挂|缓慢|失管|失联|口袋|一个样/u,
  /\p{Script=Han}{2,}困难$/u,
  /“(?!三农|急难|卡脖子)[^“”]{3,}”$/u,
  /谁来|怎么[管办抓干看]|如何|靠谁|[？?]/u,
];
/** Words that point back, sum up, or count what was handled. */
const generic =
  /^(?:[这此该上]|一道道|一个个|一项项|一件件|重重|种种|上述|以上|当时|主要矛盾和?|这些|这一|存在|发现|反馈|排查出?|查摆出?|梳理出?|查找出?|具体|突出|实际|现实|共性|个性|重点|难点|热点|各类|各种|相关|有关|历史遗留|群众|民生|“?三农|困难|急难|“?急难|一个|一批|一些|诸多|许多|不少|几个|多年|自身|党建|工作|发展|治理|基层|人民|城市|农村|乡村|社区|小区|社会|村级|城乡|产业|管理|服务|改革|建设|推进|引领|各种|共同|重大|科技|技术|世界性?|人类|中)*(?:的|存在的|反映的|关心的|关注的)?(?:突出|实际|现实|具体|共性|重点|难点|热点|难|愁|盼|急|急难愁盼|急难盼愁|揪心|烦心|操心|堵点|难题|困局|困境|“|”|、|和)*$/u;
const handled =
  /急难[愁盼]|最关心|最直接|历史遗留|实际困难|矛盾纠纷$|疑难|热点难点|制约|一批|一系列|一大批|各类|诸多|解决|着力|打造|不仅|深层次|(?:遇到|面临|存在)的困难$|易发多发|表示|\d+(?:余|多)?[个件条项起户]|问题导向|^“?(?:卡脖子|三农)”?/u;

const leading =
  /^(?:当前|目前|以往|过去|以前|曾经|长期以来|一直以来|一段时间以来|近年来|此前|群众反映(?:强烈|突出|集中|较多)的|反映(?:强烈|突出)的|存在的?|暴露出的|聚焦|解决好?|化解|破解|缓解|的就是|的是|但|然而|而|却|不过|[了好着，、：])+/u;
const trailing =
  /(?:等(?:一系列|方面|突出|现实|实际|共性|普遍|具体|重点|瓶颈|基层|治理|民生|管理)*|的|这一|这个|这些|突出|现实|实际|共性|普遍存在|普遍|重点|难点|堵点|痛点|瓶颈|老大难|“老大难”|一大|[两三四五六七八九十\d]大|难|，|、)$/u;

/** Ends of a reporting phrase that names no problem: 针对调研中发现的问题. */
const reported =
  /(?:发现|反馈|反映|提出|遇到|面临|存在|出现|出来|查出|指出|关心|关注|暴露出?|这样|此类|这方面|方面|主要|新情况新?|当前|[一二三]些|工作中?|过程中|中|不了|本身|困难)(?:的(?:困难|主要)?)?$/u;

/** Whether the words name a problem. Where the phrase around them is not `certain` to bring one in, they must say what is wrong. */
export function isProblem(problem: string, certain: boolean): boolean {
  if (problem.length < 2 || problem.length > 90 || !isBalanced(problem)) return false;
  if (generic.test(problem) || handled.test(problem)) return false;
  const clauses = problem.replace(/“[^“”]*”/gu, (quoted) => quoted.replace(/，/gu, '、')).split('，');
  const named = clauses.every((clause) => defects.some((defect) => defect.test(clause)));
  return named || (certain && clauses.length === 1 && !reported.test(problem));
}

/** The span without words that belong to the phrase at its ends: 当前……等突出. */
export function withoutFrame(text: string, from: number, to: number): [start: number, end: number] {
  const start = from + (leading.exec(text.slice(from, to))?.[0].length ?? 0);
  let problem = text.slice(start, to);
  for (let rest = trailing.exec(problem); rest && problem !== ''; rest = trailing.exec(problem)) {
    // 停车难 ends in a word that also belongs to phrases (难问题); it stays.
    if (rest[0] === '难' && !/[等的]难$/u.test(problem)) break;
    problem = problem.slice(0, rest.index);
  }
  return [start, start + problem.length];
}
