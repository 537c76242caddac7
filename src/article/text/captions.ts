/** Lines under pictures, told from headings and paragraphs. */
import { Pattern } from './matches.ts';
import { isPersonName, tidyNames } from './persons.ts';
import { remembered } from './remembered.ts';

const nameList = String.raw`[\p{Script=Han}·]{2,4}(?:[、\s，][\p{Script=Han}·]{2,4}){0,3}|\p{Script=Han}\s\p{Script=Han}`;
const role = String.raw`(?:(?:(?:本报|本网|特约)?(?:记者|通讯员))|本报|本网|特约|\p{Script=Han}{2,8}(?:报|网|社)(?:记者)?)?\s?`;

/** `张玥摄`, `李四 王五 摄`, `（张三 摄）`, `通讯员 张三/摄`, `李四 图`, `摄影/张三`. */
const photographers: readonly Pattern[] = [
  new Pattern(
    new RegExp(
      String.raw`(?:^|[。，；、\s（(！”》])${role}(?<names>${nameList})\s?(?:[/／]?\s?摄(?:影(?:报道)?)?|[/／]\s?图|\s供图|供图)[）)。]?$`,
      'gu',
    ),
  ),
  new Pattern(new RegExp(String.raw`[。\s（(！”]${role}(?<names>${nameList})\s图[）)。]?$`, 'gu')),
  new Pattern(new RegExp(String.raw`(?:摄影|拍摄|供图|图片|摄|图)\s?[：:/／]\s?(?<names>${nameList})[）)。]?$`, 'gu')),
];

const pictureStart =
  /^(?:[（(【[]?(?:图为|图[①-⑩一二三四五六七八九十\d]{1,2}[：:\s为，、]|图[：:]|[上下左右中]图[：:为，]|题图|组图|图源[：:]|资料图|资料照片|图片说明|图片由)|[▲△↑↓←→▼◀▶]\s?(?=\S))/u;
const pictureEnd = new Pattern(
  /(?:资料图片?|资料照片|图片由[^。]{2,24}提供|[（(][^。（）()]{2,16}供图|[。，\s][^。，]{2,12}供图|摄于[^。]{2,20}|（资料照片）|（受访者供图）)[）)。]*$/gu,
);
/** A line in brackets inside the body: `（党员入户代办高龄补贴）`. */
const bracketed =
  /^[（(](?!.*(?:编者|注[：:]|下同|试行|草案|下转|上接|本报|新华社|记者|作者|供稿|来源|原载|讲话|摘要|摘自|节选))[^（）()。；：]{8,50}[）)]$/u;
const positions = /[（(](?:前排|后排|图)?(?:[左右中前后][一二三四五六]?|[左右]起?第?[一二三四五六\d]|居中|中间)[）)]/u;

/** Names of those who took the picture. */
export function photographersIn(text: string): string[] {
  const tail = text.slice(-60);
  for (const pattern of photographers) {
    const names = pattern.in(tail)[0]?.groups?.names;
    if (!names) continue;
    const found = tidyNames(names)
      .split(/[、\s，]+/u)
      .filter((name) => name.length >= 2);
    if (/摄/u.test(tail.slice(-8)) || found.every(isPersonName)) return found;
  }
  return [];
}

/** `（记者 张三 摄影报道）` signs an article, not a picture. */
const articleSignature = /[（(](?:本报|本网)?(?:记者|通讯员)[^（）()]{2,24}(?:摄影报道|文\s?[/／]\s?图)[）)]$/u;

const longestCaption = 160;

/** The line itself says that it belongs to a picture. */
export const isMarkedCaption: (text: string) => boolean = remembered((text) => {
  if (text.length > longestCaption || articleSignature.test(text)) return false;
  if (pictureStart.test(text) || pictureEnd.isIn(text) || bracketed.test(text)) return true;
  if (photographersIn(text).length > 0) return !/[。！？].{30,}[。！？]/u.test(text) || /\s?摄(?:影报道)?[）)。]?$/u.test(text);
  return positions.test(text) && isSingleShortSentence(text);
});

const sentenceMarks = /[。！？；]/gu;

/** One short sentence, as captions are: `三明市大田县茶产业党员实训基地。` */
export function isSingleShortSentence(text: string): boolean {
  const marks = text.match(sentenceMarks) ?? [];
  return text.length <= 60 && marks.length <= 1 && (marks.length === 0 || /[。！？]$/u.test(text));
}

const event =
  /(?:在[^，。]{2,16}(?:召开|举行|举办|启动|开展|揭牌|开班|开幕)|(?:正在|现场|一角|全景|外景|掠影|场景|全貌|留影|合影|风貌|鸟瞰|航拍图?|示意图))$/u;
const deeds =
  '查看|察看|走访|慰问|调研|观看|参观|了解|采摘|检查|巡查|帮助|指导|讲解|介绍|宣讲|宣传|清理|打扫|学习|交流|座谈|演示|直播|核对|整理|收割|插秧|采收|管护|培训|劳动|服务|测温|登记|值守|排查|搬运|颁奖|授牌|重温|祭扫|分拣|包装|修剪|种植|拉家常|讲党史|讲党课|送|看望';
const scene =
  /^[^，。]{2,30}(?:正在|向[^，。]{2,12}(?:介绍|反馈|讲解|宣讲|赠送|颁发)|为[^，。]{2,14}(?:颁奖|授牌|讲解|送上|办理|讲|服务)|(?:查看|察看|走访|慰问|调研|观看|参观|了解|采摘|检查|巡查|帮助|指导)[^，。]{2,})/u;
const doer = '(?:党员|干部|队员|志愿者|书记|工作人员|工作队|村民|群众|居民|学员|管家|技术员|专家|代表|员工|师生|宣讲员|第一书记)';
const place = String.raw`^[\p{Script=Han}“”]{2,16}(?:县|市|区|镇|乡|村|社区|街道|旗|州|苏木|园区|公司|学校|合作社|基地)`;
const doing = new RegExp(
  String.raw`(?:${place}[^，。：；？！\s]{0,24}?(?:${deeds})|${doer}[^，。：；？！\s]{0,4}?(?:正?在[^，。]{2,20}|与[^，。]{2,16}|向[^，。]{2,16}|为[^，。]{2,16}|给[^，。]{2,16})(?:${deeds}))`,
  'u',
);
/** Words at the front of a heading that calls for something or names a topic. */
const topical =
  /^(?:坚持|聚焦|强化|突出|注重|深化|推进|推动|加强|构建|打造|建强|建立|健全|完善|创新|实施|着力|围绕|紧扣|锚定|做[好优实强]|抓[好实牢]|[一二三四五六七八九十]+[、是]|[（(\d])/u;

/** Longest line without a full stop that can still be a heading. */
export const longestHeading = 30;

/** An unmarked caption: a line without a full stop that tells of one event instead of naming a topic. */
export function isSceneLine(text: string): boolean {
  if (/[。；]|[！？：]$|\p{Script=Han}\.$/u.test(text) || text.length > 90 || text.length < 10 || topical.test(text) || text.includes(' '))
    return false;
  if (event.test(text)) return true;
  if (/[：？]/u.test(text)) return false;
  return (text.length >= 18 && scene.test(text)) || (text.length >= 14 && doing.test(text));
}

const sight = /^[^，。：？！]{2,14}(?:基地|大棚|新貌|风光|美景|夜景|村貌|广场|文化墙|陈列馆|展馆|果园|茶园|车间|一角|全景|外景)$/u;

/** The name of a place that a picture may show, and no call to build one: `石斛种植基地`. */
export function isSightName(text: string): boolean {
  return sight.test(text) && !topical.test(text) && !/^(?:建设|扩建|改造|用好|盘活)/u.test(text);
}
