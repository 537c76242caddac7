/** Whose a number is: the place or the village, township or community that governs its clause. */
import type { PlaceMention } from '../article.ts';
import type { Place } from '../schema.ts';
import { matchesIn, Pattern } from '../text/matches.ts';
import { clauseAt, sentenceAt, wordsBefore } from './clauses.ts';
import { quotedNames } from './other-numbers.ts';
import { leadingAdverbs, nameStops, objectVerbs } from './subject-words.ts';

export interface Owner {
  /** Code of the place. */
  place?: string;
  /** Name below county level. */
  scope?: string;
}

/** Words that set the owner for what follows them in the block. */
interface OwnerWords extends Owner {
  start: number;
  end: number;
  /** Holds up to here; else to the next one. */
  until?: number;
  /** Speaks of the whole country: of no place. */
  country?: boolean;
}

const word = String.raw`[^\P{Script=Han}的了在与是把为被让对从到给将及或有等这那并各全个]`;
const free = String.raw`[^\P{Script=Han}的了在和与是个各全等把为被让对从到由向给将及或有这那其于并以级届]`;
const township = `(?!和)${word}{1,5}?(?:镇|乡|街道|苏木)`;
const village = `(?!和)${word}{1,6}?(?:村村(?=[党民集支委])|村(?!庄|务|级|财|干部|镇|屯|组)|社区)`;
const below = new RegExp(`^(${township})?(${village})?`, 'u');
const freeName = new Pattern(
  new RegExp(
    `(?<=^|[，,。；：“”（\\s]|的|是|在|以|像|如|该[镇乡县市区]|走进)(${free}{2,3}?(?:村|镇|乡|街道|社区))(?!民(?!小组)|庄|镇|屯|级|振兴|两级|干部|财|联|组|主|务|容|规|史|企|里|社|“|”|治理|建设|集体|党建|工作|居民|发展|村|镇|、)`,
    'gu',
  ),
);
/** Kinds of villages and communities, and verbs that end in one: no names. */
const generic =
  /(?:[全该本各每此多数几两三农驻进到入回返离帮整乡]|贫困|行政|自然|建制|涣散|薄弱|重点|示范|试点|空壳|后进|先进|中心|美丽|特色|富裕|城市|农村|安置|搬迁|智慧|红色|居民|移民|难点|收入|驻点|派驻|结对|相对|经济|民族|下辖|所辖|辖区|周边|邻近|沿海|沿线|基层|幸福|和谐|文明|星级|党建|标准化|跨|以上|以下|较多|较少|若干|所有|部分|其他|其余|任职|选派|担任|扎根|组织|党员|干部|书记|小山|山区|偏远山|新型|老旧|城乡|现代|秀美|数字|未来|宜居|平安|法治|清廉)(?:村|镇|乡|街道|社区)$/u;
const verbal = new RegExp(
  `^(?:${objectVerbs}|${leadingAdverbs}|${nameStops}|聚焦|助力|随着|按照|经过|由于|位于|接到|所在|占|以市级|市级|县级|坚持|围绕)`,
  'u',
);

const longVerbs = objectVerbs
  .split('|')
  .filter((verb) => verb.length > 1)
  .join('|');
const verbInside = new RegExp(longVerbs, 'u');
/** 推行跨村, 启用社区: a verb of two characters and more, and what it governs. */
const governs = new RegExp(
  `^(?:${longVerbs})(?!(?:村|镇|乡|街道|社区)$)|(?:跨|联|邻|强|弱|富|穷|带|促)村$|^(?:启用|抵达|到达|新建|改建|扩建|创建|打造|建成|推行|实施|覆盖)`,
  'u',
);
const compared = /^[^，。；]{0,2}(?:率先|首|前列|排名|领先|推广|第|前茅|先进|示范)/u;
const awarding = /^(?:委|市委|县委)?(?:组织部|政府)?(?:颁发|授予|评为|命名|表彰|下发)/u;
const partner = /(?:赴|到|前往|来到|走进|与|和|同|向|来自|从|对接|在)$/u;
/** 记者来到马关县八寨镇: what follows is of that town. */
const reporter = /(?:记者|笔者)[^，。；]{0,6}(?:来到|走进|走访|前往)$/u;
const listed = /^(?:[^，。；、]{0,12}、|等)/u;
const selfWords = /(?:我|全|本)(省|市|县|区|州)(?!级)|(?<![\p{Script=Han}]{1}(?:县|市|区|省|州))(省|市|县|区|州)委(?!员|托)/gu;

/** Everything in a block that sets an owner, in reading order. */
function ownerWords(text: string, mentions: readonly PlaceMention[], casePlace: Place | undefined): OwnerWords[] {
  const quotes = quotedNames(text);
  const outside = ({ start }: { start: number }): boolean => !quotes.some(([from, to]) => from <= start && start < to);
  const chains = mentions.filter(outside).flatMap((mention) => chain(text, mention));
  const apart = ({ start }: { start: number }): boolean => !chains.some((one) => one.start <= start && start < one.end);
  const homes = new Map(
    chains.flatMap(({ scope, place, town }) => [scope, town].filter((name) => name !== undefined).map((name) => [name, place] as const)),
  );
  const names = [...villageNames(text, [...homes.keys()])].filter(outside).filter(apart);
  const deepest = names.filter(({ end }) => !names.some(({ start }) => start === end));
  const all: OwnerWords[] = [
    ...chains,
    ...selfReferences(text, casePlace).filter(outside).filter(apart),
    ...countryWide(text),
    ...deepest.map((name) => ({ ...name, place: homes.get(name.scope) })),
  ];
  return inherit(
    all.sort((a, b) => a.start - b.start || b.end - a.end),
    casePlace,
  );
}

/** Villages and townships named on their own: those that stand with their county elsewhere, and those that look like a name. */
function villageNames(text: string, known: readonly string[]): { start: number; end: number; scope: string }[] {
  const again = known.flatMap((scope) => occurrences(text, scope).map((start) => ({ start, end: start + scope.length, scope })));
  const free = freeName
    .in(text)
    .map((match) => ({ start: match.index, end: match.index + match[0].length, scope: match[1] ?? '' }))
    .filter(
      ({ scope, start }) =>
        !generic.test(scope) &&
        !governs.test(scope) &&
        !verbal.test(scope) &&
        !verbInside.test(scope) &&
        !again.some((other) => other.start === start),
    );
  return [...again, ...free];
}

function occurrences(text: string, name: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) found.push(at);
  return found;
}

/** 全市, 我省, 县委; one of a larger area than the case's holds for its own clause only. */
function selfReferences(text: string, casePlace: Place | undefined): OwnerWords[] {
  return matchesIn(text, selfWords).flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    const place = placeOfSelf(match[1] ?? match[2] ?? '', casePlace);
    if (place === undefined || compared.test(text.slice(end))) return [];
    return [{ start, end, place, ...(place === casePlace?.code ? {} : { until: widerUntil(text, start, end) }) }];
  });
}

const country = new Pattern(
  /(?<=^|[，,。；：！？]|截至目前|目前|当前|年来|以来|今年|去年|月份?|[年季]度|据统计|而|使|其中)(?:在|从)?(?:全国|我国)(?!人大|政协|“|最|首|第|文明|先进|优秀|红色|示范|试点|重点|乡村|劳动|百|十|脱贫攻坚先进|各地媒体|[两]会|[统一]|性)/gu,
);

/** 全国累计建成5.1万个: the number of no place, for its sentence. */
function countryWide(text: string): OwnerWords[] {
  return country.in(text).map((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    return { start, end, country: true, until: sentenceAt(text, start)[1] };
  });
}

/** At the head of a sentence a larger area governs all of it, elsewhere its clause. */
function widerUntil(text: string, start: number, end: number): number {
  const sentence = sentenceAt(text, start);
  return /(?:^|[，,])$/u.test(text.slice(sentence[0], start)) ? sentence[1] : clauseAt(text, start, end)[1];
}

/** The village where it is a name, else the township. */
function scopeOf(town: string | undefined, hamlet: string | undefined): string | undefined {
  const named = hamlet && !generic.test(hamlet) && !governs.test(hamlet) && (town || hamlet.length <= 4 || !verbInside.test(hamlet));
  if (named) return hamlet;
  return town && !generic.test(town) ? town : undefined;
}

/** A mention with the township and village that follow it: 安溪县西坪镇龙地村. */
function chain(text: string, { place, start, end }: PlaceMention): (OwnerWords & { town?: string })[] {
  const before = wordsBefore(text, start, 4);
  const [, town, hamlet] = below.exec(text.slice(end)) ?? [];
  const scope = scopeOf(town, hamlet);
  const stop = end + (scope ? (town?.length ?? 0) + (scope === hamlet ? scope.length : 0) : 0);
  const behind = text.slice(stop);
  const here =
    (/在$/u.test(before) && (scope !== undefined || /^，/u.test(behind))) || (scope !== undefined && reporter.test(text.slice(0, start)));
  const visited = partner.test(before) && !here;
  if (visited || awarding.test(behind)) return [];
  if (/、$/u.test(before) || (listed.test(behind.slice(0, 14)) && /^(?:、|等)/u.test(behind))) return [{ start, end: stop }];
  return [{ start, end: stop, place: place.code, scope, town }];
}

/** A village without its county takes the county last spoken of, else a case place that is a county. */
function inherit(all: readonly OwnerWords[], casePlace: Place | undefined): OwnerWords[] {
  let current = casePlace?.level === 'county' ? casePlace.code : undefined;
  return all.map((words) => {
    const place = words.place ?? (words.scope ? current : undefined);
    if (words.place && !words.place.endsWith('00')) current = words.place;
    return { ...words, place };
  });
}

/** 全市 in a case of a county is its city: the last name of the path that ends in the word. */
function placeOfSelf(word: string, casePlace: Place | undefined): string | undefined {
  if (!casePlace) return undefined;
  const { path, code } = casePlace;
  const at = path.findLastIndex((name) => name.endsWith(word) || (word === '区' && name.endsWith('自治区')));
  if (at < 0) return undefined;
  if (at === path.length - 1) return code;
  return at === 0 ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`;
}

const saidBehind = /^”?[^，。；]{0,6}$/u;

/** Answers whose a number is, for one block. */
export function findOwners(
  text: string,
  mentions: readonly PlaceMention[],
  casePlace: Place | undefined,
): { at: (offset: number) => Owner; names: string[] } {
  const all = ownerWords(
    text,
    [...mentions].sort((a, b) => a.start - b.start),
    casePlace,
  );
  const fallback: Owner = { place: casePlace?.code };
  const names = [
    ...new Set([
      ...[...mentions, ...all].map(({ start, end }) => text.slice(start, end)),
      ...all.flatMap(({ scope }) => (scope ? [scope] : [])),
    ]),
  ];
  return {
    names: names.sort((a, b) => b.length - a.length || (a < b ? -1 : 1)),
    at: (offset) => {
      const governing = all.findLast(({ end, until = offset }) => end <= offset && offset <= until) ?? ownerBehind(text, offset, all);
      if (governing?.country) return {};
      if (!governing || (!governing.place && !governing.scope)) return fallback;
      return { place: governing.place, ...(governing.scope ? { scope: governing.scope } : {}) };
    },
  };
}

/** “……”罗坑村第一书记回忆 and 这是潘家湾村的成绩单 name the owner afterwards. */
function ownerBehind(text: string, offset: number, all: readonly OwnerWords[]): OwnerWords | undefined {
  const close = text.indexOf('”', offset);
  const speech = text.lastIndexOf('“', offset) > text.lastIndexOf('”', offset) && close >= 0;
  if (speech) return all.find(({ start, scope }) => start > close && saidBehind.test(text.slice(close + 1, start)) && scope !== undefined);
  const stop = text.slice(offset).search(/[。！？]/u);
  const sentenceEnd = stop < 0 ? text.length : offset + stop;
  const told = text.slice(offset, sentenceEnd).indexOf('这是');
  return told < 0 ? undefined : all.find(({ start, scope }) => start > offset + told && start < sentenceEnd && scope !== undefined);
}
