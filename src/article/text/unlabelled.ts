/** Credits that have no label: a paper with its date, a reporter's name, an office, an account. */
import type { Credits } from '../article.ts';
import { datePattern, readDate } from './dates.ts';
import { isPersonName, opensAsName, personNames, tidyNames } from './persons.ts';

const paper =
  /^(?:原载|原刊|刊于|转载自|转自|来源|选自)?[于：:]?\s?(?:《(?<quoted>[^》]{2,16})》|(?<name>(?:\p{Script=Han}{2,12}(?:报|网|刊|社|杂志|半月谈)|半月谈|求是|瞭望)))[\s（(，,]*(?<date>\d{4}\s?[年\-./][\d\s月日\-./：:]{1,16}?)[）)，,\s]*(?:第?\s?[A-Z]?\d{1,3}\s?版(?:[：:\s].{1,10})?)?[\s）)]*$/u;
const issue =
  /^(?:原载|原刊|刊于|来源[：:]?)?于?《(?<name>[^》]{2,16})》\s?(?:杂志)?\s?\d{4}年第?\s?\d{1,2}期(?:[\s，,]+(?:文|作者|撰文|记者)\s?[/：:]?\s?(?<author>.{2,20}))?$/u;
const writer =
  /^(?:\p{Script=Han}{2,12}(?:报|网|社|台|客户端|新闻|融媒体中心|融媒)[·、/]?){0,3}\s?(?:本报|本网|本刊|本社)?(?:全媒体|首席|见习|特约|融媒体?|驻\p{Script=Han}{2,4})*(?:记者|通讯员|作者|撰稿|实习生)(?!站|手记|札记|感言|观察|调查|点评|说|节|们|从|在)[\s：:]*(?<names>[\p{Script=Han}·、，,\s]{2,40}?)(?:[\s/／]*(?:文|(?:(?<=\s)\p{Script=Han}{2,4})?报道|文\s?[/／]\s?图|摄影报道|文并图|图|整理|采写|摄))?$/u;
const affiliation = /^(?:作者|笔者)(?:系|为|单位(?![：:])|分别)[^）)]{2,60}$|^\p{Script=Han}[^。]{4,50}[，,\s]\s?\d{6}$/u;
const repost =
  /^(?:以下)?(?:文章|内容)来源于\s?(?<name>[\p{Script=Han}A-Za-z0-9]{2,16})\s?(?:[，,]\s?作者\s?(?<author>[\p{Script=Han}\s、]{2,20}))?$/u;
const supplied = /^(?<author>[\p{Script=Han}、·\s]{2,30}?)\s?(?:供稿|来稿|推荐|报送|整理)$/u;
/** Under the name of a bulletin: `中共罗田县委组织部编 2018年3月20日`. */
const issuedBy = /^(?<office>\p{Script=Han}{4,26}?)\s?(?:编印?|编发|主办|印发)\s+(?<date>\d{4}年\d{1,2}月\d{1,2}日)$/u;
const dispatch =
  /^新华社.{2,12}\d{1,2}月\d{1,2}日电\s?题[：:].{4,60}$|^(?:本报|本网|新华社|中新社)\p{Script=Han}{0,8}(?:\d{1,2}月)?\d{1,2}日(?:电|讯)$/u;

/** Credits without a label: a paper with its date, a reporter's name, who sent it in. The first reader that knows the line decides. */
const unitReaders: readonly ((text: string) => Credits | undefined)[] = [
  (text) => {
    const printed = paper.exec(text)?.groups;
    const date = readFirstDate(printed?.date ?? '');
    return printed && date ? { name: printed.quoted ?? printed.name, ...dateFields(date) } : undefined;
  },
  (text) => {
    const number = issue.exec(text)?.groups;
    return number && { name: number.name, ...(number.author ? { author: personNames(number.author) } : {}) };
  },
  (text) => {
    const original = repost.exec(text)?.groups;
    return original && { name: original.name, ...(original.author ? { author: tidyNames(original.author) } : {}) };
  },
  (text) => (affiliation.test(text) || dispatch.test(text) ? {} : undefined),
  (text) => (isWriter(text) ? writerCredits(text) : undefined),
  (text) => {
    const both =
      /^(?<first>[\p{Script=Han}·、\s]{2,20}?)\s+(?<second>(?:本报|本网|本刊)?(?:记者|通讯员)\s?[\p{Script=Han}·、\s]{2,20})$/u.exec(
        text,
      )?.groups;
    const known = both && isPersonName(both.first ?? '') && isWriter(both.second ?? '');
    return known ? { author: [tidyNames(both.first ?? ''), personNames(both.second ?? '')].join('、') } : undefined;
  },
  (text) => {
    const issued = issuedBy.exec(text)?.groups;
    const date = readFirstDate(issued?.date ?? '');
    return issued && date && isOfficeName(issued.office ?? '') ? { author: issued.office, ...dateFields(date) } : undefined;
  },
  (text) => {
    const sender = supplied.exec(text)?.groups?.author;
    return sender && sender.length >= 2 ? { author: tidyNames(sender) } : undefined;
  },
];

export function readUnitLine(text: string): Credits | undefined {
  for (const read of unitReaders) {
    const credits = read(text);
    if (credits) return credits;
  }
  return undefined;
}

function readFirstDate(text: string): ReturnType<typeof readDate> {
  const stated = datePattern.exec(text);
  return stated ? readDate(stated) : undefined;
}

/** Names of other peoples open with no surname: there the line's other words must show that it signs. */
const signing = /^(?:本报|本网|本刊|新华社)|(?:文|图|摄|报道|采写|整理)$/u;

function isWriter(text: string): boolean {
  const names = writer.exec(text)?.groups?.names;
  return names !== undefined && (signing.test(text) || opensAsName(names)) && !/[。！？的了]/u.test(names);
}

function writerCredits(text: string): Credits {
  const author = personNames(text);
  return { author, ...(/文\s?[/／]\s?图|摄|文并图/u.test(text) ? { photographers: author.split('、') } : {}) };
}

const office =
  /^(?:中共|中国共产党)?[\p{Script=Han}（）()·\s]{2,26}(?:组织部|宣传部|县委|市委|省委|区委|州委|旗委|党委|党工委|党组|工委|党校|办公室|课题组|调研组|联合调研组|编辑部|研究室|党支部|党总支|融媒体中心|人民政府|委员会)$/u;
const officer =
  /^(?:中共)?\p{Script=Han}{2,26}(?:书记|县长|市长|区长|部长|主任|局长|校长|镇长|乡长|委员)\s+\p{Script=Han}\s?\p{Script=Han}{1,2}$/u;

/** `中共大田县委组织部`, `中共蒲城县委书记 田 军` */
export function isOfficeName(text: string): boolean {
  return office.test(text) || officer.test(text) || isMemberOfOffice(text);
}

/** `大田县委组织部 王旭` */
function isMemberOfOffice(text: string): boolean {
  const [first = '', ...names] = text.split(/\s+/u);
  return names.length > 0 && office.test(first) && isPersonName(names.join(' '));
}

/** The name of a paper, a site or an account, as it stands without a label. */
const strongOutlet =
  /^[《“]?(?:(?:半月谈|求是|瞭望|新华社|新华每日电讯)|[\p{Script=Han}A-Za-z0-9·－—-]{2,16}(?:日报|晚报|早报|时报|商报|晨报|报|网|网站|电视台|广播电视台|广播电台|平台|客户端|公众号|微信公众号|杂志|周刊|通讯社|新华社|融媒体中心|新闻|农村版|频道|在线|半月谈|(?:新媒体|传媒|报业)集团|新媒体中心))[》”]?$/u;
const weakOutlet = /^\p{Script=Han}{2,5}(?:先锋|党建|组工|发布|融媒|党旗红|党员|云|号|红星|组织|党员之家|机关党建|之声|政务|宣传)$/u;

/** Titles that end as outlets do: 织密基层治理一张网, 搭建党群连心平台. */
const figureOfSpeech = /^(?:织|搭|构|建[好强]|打造|筑|架|用好|聚焦|[一双]个)|(?:[一张]张|服务|平安|治理|防护|防控|保障|组织|关系|安全)网$/u;

/** Pages print an account's name with a dot behind it: `广西先锋.` */
export function isOutlet(printed: string): boolean {
  const text = printed.replace(/[.．]$/u, '');
  const [head = ''] = text.split(/\s*[-－—_]\s*/u);
  return (
    [text.replace(/\s*([-－—_])\s*/gu, '$1'), head].every((name) => strongOutlet.test(name) || weakOutlet.test(name)) &&
    !figureOfSpeech.test(text)
  );
}

/** What a date says of the article. */
export function dateFields({
  value,
  time,
  precision,
}: NonNullable<ReturnType<typeof readDate>>): Pick<Credits, 'date' | 'time' | 'precision'> {
  return { date: value, precision: precision === 'month' ? 'month' : 'day', ...(time ? { time } : {}) };
}
