import { matchesIn } from '../article/text/matches.ts';
import { joinRanges } from './marking.ts';

/** Who leads a practice, how it is organised, and what power and money it was given, in the source's words. */
export interface Arrangement {
  kind: 'lead' | 'organisation' | 'power' | 'money';
  /** The exact words. */
  quote: string;
  /** The words speak of what is to come. */
  planned: boolean;
}

interface Rule {
  /** What the rule knows, for readers of the table. */
  reason: string;
  kind: Arrangement['kind'];
  /** Without one of these the rule cannot match: most clauses need not be tested. */
  needs: RegExp;
  test: RegExp;
  /** Words that make the match mean something else. */
  unless?: RegExp;
  /** The quote is the whole clause where that is short, not only the words that matched. */
  wholeClause?: boolean;
}

const office =
  '(?:党委|党工委|党组|总支|支部|党组织|县委|市委|区委|旗委|州委|镇委|“?两委”?|政府|组织部|部门|单位|街道|乡镇|办公室|指挥部|公司|商会|协会|书记|“?一把手”?|领导干部|主要领导|县级领导|市级领导|领导班子|班子成员|组织委员|党委委员|主任|能人|带头人)';
const charge = '(?:牵头|领办|领衔|挂帅|主抓|督阵|总负责|负总责|包抓|包联|包保|负责|兼任|担任|出任|任组长|任书记|带队|召集|统筹)';
const personalCharge = '(?:领办|领衔|挂帅|主抓|包抓|包联|包保|挂包|挂点|兼任|担任)';
const within = '[^，。；：！？]';
const founding = '(?:成立|组建|设立|建立|构建|组成|联合组建|结成)(?:起|了|健全)?';
const body =
  '(?:大?党委|党工委|党总支|党支部|党小组|党组织|支部|联盟|联合社|合作社|联合体|(?<!命运)共同体|委员会|理事会|议事会|监事会|工作会|协会|促进会|领导小组|工作组|专班|指挥部|联席会议|服务队|突击队|先锋队|志愿队|工作队|小分队|宣讲团|服务团|队伍|工作室|工作站|服务站|驿站|服务中心|公司|网格体系|组织体系)';
const amount = '(?:\\d|[一二两三四五六七八九十百千]+[万亿])';
const granting =
  '(?:下拨|拨付|划拨|拨出|安排|列支|投入|统筹整合|整合|争取|给予|落实|用好用足|发放|注入|配套|筹集|筹措|设立|补助|奖励|提供)';
const fund = '(?:资金|经费|补助|补贴|奖金|基金|贷款|授信|津贴|专款)';

/** In order; within a kind, what an earlier rule has matched no later one matches again. */
const rules: readonly Rule[] = [
  { reason: '由……牵头、担任', kind: 'lead', needs: /由/u, test: new RegExp(`由(?![于此])${within}{2,24}?${charge}${within}*`, 'u') },
  {
    reason: '……党委牵头',
    kind: 'lead',
    needs: /牵头/u,
    test: new RegExp(`${within}{0,16}${office}(?:共同|联合|带头)?牵头(?!人|单位|领导)${within}*`, 'u'),
  },
  {
    reason: '党组织领办',
    kind: 'lead',
    needs: /领办/u,
    test: new RegExp(`(?:村)?党(?:委|组织|总支|支部)${within}{0,6}领办[^，。；：！？”]*`, 'u'),
  },
  {
    reason: '书记、领导干部领办、包抓、兼任',
    kind: 'lead',
    needs: new RegExp(personalCharge, 'u'),
    test: new RegExp(`${office}${within}{0,6}?${personalCharge}${within}*`, 'u'),
    unless: /第一书记[^，]{0,6}担任/u,
    wholeClause: true,
  },
  { reason: '以……为组长', kind: 'lead', needs: /组长/u, test: new RegExp(`以${within}{2,20}(?:任|为)(?:第一)?组长${within}*`, 'u') },
  {
    reason: '成立、组建一个组织',
    kind: 'organisation',
    needs: new RegExp(founding, 'u'),
    test: new RegExp(
      `${founding}(?!的|后|以来|之初|前|大会|仪式)${within}*${body}[”’]?(?:（[^）]{1,12}）)?(?:\\d+(?:余|多)?[个支家])?(?=$|[、和及与等])`,
      'u',
    ),
  },
  {
    reason: '采取……方式',
    kind: 'organisation',
    needs: /方式|模式|形式/u,
    test: new RegExp(`(?:采取|采用|通过|探索|运用)${within}*(?:[+＋“]|联|领办|合作|入股|托管|捆绑|结对)${within}*(?:方式|模式|形式)`, 'u'),
    unless: /多种|各种|线上|线下|授课|宣讲|培训|评比|评选|竞赛|三会一课|主题党日|学习/u,
  },
  {
    reason: '赋予、下放权力',
    kind: 'power',
    needs: /权/u,
    test: new RegExp(`(?:赋予|下放|授予|给予)${within}{0,30}权(?![益威])(?:[力限利])?`, 'u'),
  },
  {
    reason: '落实自主权',
    kind: 'power',
    needs: /权/u,
    test: new RegExp(`(?:落实|扩大|享有)${within}{0,16}(?:自主权|话语权|管理权|建议权|考核权|审批权)`, 'u'),
  },
  {
    reason: '有数额的资金',
    kind: 'money',
    needs: /元/u,
    test: new RegExp(
      `${granting}${within}{0,24}?(?:${amount}${within}{0,8}元${within}{0,16}?${fund}|${fund}${within}{0,8}?${amount}${within}{0,6}元)${within}*`,
      'u',
    ),
    wholeClause: true,
  },
  {
    reason: '每村补助多少元',
    kind: 'money',
    needs: /元/u,
    test: new RegExp(`(?:每|给予|按)${within}{0,14}(?:补助|补贴|奖励|奖补|拨付|下拨|安排)${within}{0,14}${amount}${within}{0,6}元`, 'u'),
    wholeClause: true,
  },
  {
    reason: '设立专项经费、列入预算',
    kind: 'money',
    needs: /资金|经费|基金/u,
    test: new RegExp(
      `(?:设立|安排|落实|列支|下拨|拨付)${within}{0,16}(?:专项(?:资金|经费)|工作经费|党建经费|基金|运转经费)|经费${within}{0,6}(?:列入|纳入)${within}{0,10}预算`,
      'u',
    ),
  },
];

const negated = /没有|未能|尚未|缺乏|缺少|不足|难以|取消|撤销|不再/u;
const asQuestion = /^(?:针对|面对|破解|解决|围绕解决)/u;
const future = /计划|拟|力争|预计|到20\d\d年底?前?|争取到|下一步/u;
const connective = /^(?:同时|并且|并|还|也|又|其中|此外|另外|从而|进而|进一步)/u;
const longestClause = 40;
const quotedOrBracketed = /“[^”]*”|（[^）]*）/gu;
const clauseEnd = /[，：。；！？]/gu;

/** Arrangements in one sentence, in reading order; each word counts once for its kind. */
export function arrangementsIn(sentence: string): Arrangement[] {
  return clausesOf(sentence).flatMap((clause) => {
    if (asQuestion.test(clause.text)) return [];
    const found = rules.flatMap((rule) => matchOf(rule, clause));
    const kept = found.filter((one, index) => !found.slice(0, index).some((other) => other.kind === one.kind && overlap(one, other)));
    return kept
      .sort((a, b) => a.start - b.start)
      .map(({ kind, start, end }) => ({
        kind,
        quote: sentence.slice(start, end),
        planned: future.test(clause.text),
      }));
  });
}

interface Clause {
  text: string;
  start: number;
}

interface Match {
  kind: Arrangement['kind'];
  start: number;
  end: number;
}

/** Parts between commas and colons; a quotation or bracket is never cut. */
function clausesOf(sentence: string): Clause[] {
  const whole = joinRanges(
    matchesIn(sentence, quotedOrBracketed).map(({ index, 0: { length } }) => ({ start: index, end: index + length })),
  );
  const stops = matchesIn(sentence, clauseEnd)
    .map(({ index }) => index)
    .filter((index) => !whole.some(({ start, end }) => index > start && index < end));
  const starts = [0, ...stops.map((stop) => stop + 1)];
  return starts.map((start, i) => ({ text: sentence.slice(start, stops[i] ?? sentence.length), start }));
}

function matchOf(rule: Rule, clause: Clause): Match[] {
  const match = rule.needs.test(clause.text) ? rule.test.exec(clause.text) : null;
  if (!match || negated.test(clause.text.slice(0, match.index)) || rule.unless?.test(match[0])) return [];
  const takesAll = rule.wholeClause === true && clause.text.length <= longestClause;
  const [from, to] = takesAll ? [0, clause.text.length] : [match.index, match.index + match[0].length];
  const opening = connective.exec(clause.text.slice(from, to))?.[0].length ?? 0;
  return [{ kind: rule.kind, start: clause.start + from + opening, end: clause.start + to }];
}

function overlap(a: Match, b: Match): boolean {
  return a.start < b.end && b.start < a.end;
}
