/** The phrases that bring in a problem: 针对……问题, 破解……难题, ……一直是……难题. Ordered tables; what they leave over is the problem. */
import { Pattern } from '../text/matches.ts';
import { isProblem, withoutFrame } from './problem-words.ts';

/** A problem's own words. Offsets are in the text. */
export interface ProblemWords {
  start: number;
  end: number;
  /** Where such a sentence tells the answer. */
  answer: 'before' | 'after';
}

interface ProblemFrame {
  reason: string;
  /** Flags dgu; the group `words` holds the problem. */
  rule: RegExp;
  answer: 'before' | 'after';
  /** Whether the frame alone says that it is a problem; otherwise the words must name a defect. */
  certain: boolean;
}

const noun =
  '(?:问题(?!导向|清单|线索|台账|楼盘|村|户|企业|青少年|整改)|难题|困境(?!儿童|群|家庭|学生|未成年)|困局|重?难点|痛点|堵点|短板|弱项|瓶颈|顽疾|症结|现象|矛盾(?!纠纷|调解)|“(?:老大难|顽疾|痛点|堵点|难点|瓶颈|短板|梗阻)”)(?![、和])';
const situation = '(?:实际|现实|情况|现状|状况|特点|局面)';
/** Up to the end of a sentence; the longest problem is 90 characters. */
const words = '(?<words>[^。！？；]{2,96}?)';
/** The same within one clause; commas only between quotation marks. */
const clause = '(?<words>(?:“[^“”。]{1,60}”|[^。！？；，“”]){1,60}?)';
const notCounted = '(?![一二三四五六七八九十百千\\d多近约上数]|余|得到|的解决|解决)';

export const problemFrames: readonly ProblemFrame[] = [
  { reason: '针对……问题', rule: new RegExp(`针对(?!性)${words}${noun}`, 'dgu'), answer: 'after', certain: true },
  {
    reason: '针对……实际',
    rule: new RegExp(`(?:针对(?!性)|结合)${words}${situation}(?=[，、。；])`, 'dgu'),
    answer: 'after',
    certain: false,
  },
  { reason: '对……等问题', rule: new RegExp(`(?:^|[，。；])对(?:于)?${clause}等${noun}(?=，)`, 'dgu'), answer: 'after', certain: false },
  {
    reason: '面对……问题',
    rule: new RegExp(`面[对临]着?${words}(?:${noun}|${situation})(?=[，、。；])`, 'dgu'),
    answer: 'after',
    certain: false,
  },
  {
    reason: '聚焦……问题',
    rule: new RegExp(`(?:聚焦|围绕|瞄准|紧盯|直面|直击|着眼解决)${clause}${noun}(?=[，、。；])`, 'dgu'),
    answer: 'after',
    certain: false,
  },
  {
    reason: '破解……难题',
    rule: new RegExp(
      `(?:破解|攻克|化解|解决|克服|消除|根治|整治|补齐|打破|突破|扭转|改变|改善|缓解|摆脱|告别)(?:好|了)?${clause}(?:${noun}|局面|状况|现状|困难(?!的?(?:问题|局面)))${notCounted}`,
      'dgu',
    ),
    answer: 'before',
    certain: false,
  },
  {
    // What is not described keeps its noun: 破解人才引育难题.
    reason: '破解某某难题',
    rule: /(?<!难以|亟待|亟需|有待)(?:破解|攻克)了?(?<words>(?:(?![的这])[\p{Script=Han}、“”]){3,20}?(?:难题|困局|困境))(?![、和\d]|[一二三四五六七八九十百千多近约上数])/dgu,
    answer: 'before',
    certain: true,
  },
  {
    reason: '……问题突出、由来已久',
    rule: /(?:^|[，。！？；])(?<words>[^，。！？；]{4,48}?)的?(?:问题|现象)(?:在[^，。]{1,8}?)?(?:也|都|还)?(?:十分|较为|比较|日益|日渐|愈发|仍然|依然|一度|尤为|普遍|长期)?(?:突出|严重|凸显|存在|由来已久|时有发生)/dgu,
    answer: 'after',
    certain: false,
  },
  {
    reason: '……的局面得到扭转',
    rule: /(?:^|[，。！？；])(?<words>[^，。！？；]{4,48}?)的?(?:局面|现象|状况|问题)(?:得到|被|得以)(?:了)?(?:有效|彻底|根本|明显)?(?:扭转|改变|改观|破解|缓解)/dgu,
    answer: 'before',
    certain: false,
  },
  {
    reason: '存在……问题',
    rule: new RegExp(`(?<!是否|没有|有无|不|未|如)存在(?:着|的|有)?${words}${noun}`, 'dgu'),
    answer: 'after',
    certain: false,
  },
  {
    reason: '……一直是……难题',
    rule: /(?:^|[，。！？；”])(?<words>[^，。！？；]{3,48}?)(?:，[^，。！？；]{2,24}，这|，?)(?:(?:一直|始终|历来|长期|曾|曾经|一度|仍|也|都|依然)*(?:是|成为|成了))[^。！？；，]{0,24}(?:难题|痛点|难点|堵点|短板|瓶颈|老大难|顽疾|心病|烦心事|考题|课题|大问题|拦路虎|绊脚石|(?:主要|突出|普遍|共性|共同|现实|最大)的?问题)/dgu,
    answer: 'after',
    certain: false,
  },
  {
    reason: '破解……之困',
    rule: new RegExp(`(?:破解|化解|解决|消除|纾解|缓解)(?:好|了)?${clause}(?:的后顾)?之(?:困|难|忧|痛)(?=[，。；”、])`, 'dgu'),
    answer: 'before',
    certain: true,
  },
  {
    reason: '……最头疼的事',
    rule: /(?:^|[，。！？；”])(?<words>[^，。！？；]{3,48}?)，?(?:(?:一直|始终|历来|长期|曾|曾经|一度|也|都|依然|最)*(?:是|成为|成了|让|令))[^。！？；，]{0,16}(?:头疼|头痛|揪心|犯愁|发愁|闹心)/dgu,
    answer: 'after',
    certain: false,
  },
  {
    reason: '……怎么办？',
    rule: /(?:^|[“。！？；])(?<words>[^，。！？；“”]{3,40}?)(?:，[^，。！？；“”]{2,20})?，?(?:又|该|到底|究竟)?(?:怎么办|咋办|怎么破|怎么解|如何破解|如何解决|何解)？/dgu,
    answer: 'after',
    certain: false,
  },
  {
    reason: '群众反映……等问题',
    rule: new RegExp(`(?:群众|村民|居民|企业|商户|党员)(?:普遍|集中|多次|强烈)?反映(?!强烈|的)${clause}等?${noun}`, 'dgu'),
    answer: 'after',
    certain: false,
  },
  {
    reason: '……，针对这一问题',
    rule: /(?:^|[，。！？；”“])(?<words>(?:“[^“”]{1,40}”|(?!难题|问题)[^，。！？；“”]){3,48})(?:，[^，。！？；“”]{2,20})?[，。？！]”?(?:针对|面对|为了?(?:破解|解决|化解|改变|扭转))这[一个些种]/dgu,
    answer: 'after',
    certain: false,
  },
  {
    reason: '针对……不足，',
    rule: /(?:针对(?!性)|面对)(?<words>[^，。！？；]{6,90}(?:难|弱|低|窄|少|差|慢|不\p{Script=Han}{1,4}|滞后|单一|老化|缺\p{Script=Han}{1,3}|涣散|分散|缺失|断层|紧密|无\p{Script=Han}))(?=，)/dgu,
    answer: 'after',
    certain: false,
  },
  { reason: '问题所在：……', rule: /(?:问题|症结|短板)(?:所在|在于)：(?<words>[^。！？；…]{4,96})/dgu, answer: 'after', certain: false },
];

const patterns = problemFrames.map((frame) => ({ ...frame, pattern: new Pattern(frame.rule) }));

/** Problems in reading order; they do not overlap. */
export function findProblemWords(text: string): ProblemWords[] {
  const found: ProblemWords[] = [];
  for (const { pattern, answer, certain } of patterns) {
    for (const match of pattern.in(text)) {
      const span = match.indices?.groups?.words;
      if (!span) continue;
      const [start, end] = withoutFrame(text, span[0], span[1]);
      if (found.some((other) => start < other.end && other.start < end)) continue;
      if (isProblem(text.slice(start, end), certain)) found.push({ start, end, answer });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
