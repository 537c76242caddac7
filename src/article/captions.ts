/** Lines under pictures, told from headings and paragraphs. */

const photographer =
  /(?:^|[。，；、\s（(！”])(?:(?:本报|本网|通讯员|记者|特约)[\p{Script=Han}]{0,6}\s*)?(?<names>[\p{Script=Han}·]{2,4}(?:[、\s][\p{Script=Han}·]{2,4}){0,3})\s*(?:摄影?|供图|\/摄|图|摄影报道)[）)。]?$/u;

const pictureWords =
  /^(?:图为|图[一二三四五六七八九十\d]+[：:\s为]|▲|△|↑|←|→|上图|下图|左图|右图|题图|组图|资料图|图片说明|图片由)|(?:资料图片?|资料照片|图片由.{2,20}提供|供图|[。，\s（(].{2,12}供图|摄于.{2,20})[）)。]?$/u;

/** Names of those who took the picture: `张玥摄`, `李四 王五 摄`. */
export function photographersIn(text: string): string[] {
  const match = /摄影?(?:报道)?[）)。]?$/u.test(text) ? photographer.exec(text) : null;
  return match?.groups?.names?.split(/[、\s]/u).filter(Boolean) ?? [];
}

/** The line itself says that it belongs to a picture. */
export function isMarkedCaption(text: string): boolean {
  return text.length <= 150 && (photographersIn(text).length > 0 || pictureWords.test(text));
}

const sentenceMarks = /[。！？；]/gu;

/** One short sentence, as captions are: `三明市大田县茶产业党员实训基地。` */
export function isSingleShortSentence(text: string): boolean {
  const marks = text.match(sentenceMarks) ?? [];
  return text.length <= 60 && marks.length <= 1 && (marks.length === 0 || /[。！？]$/u.test(text));
}

const event =
  /(?:在[^，。]{2,16}(?:召开|举行|举办|启动|开展|揭牌|开班|开幕)|(?:正在|现场|一角|全景|外景|掠影|场景|全貌|留影|合影|风貌|鸟瞰))$/u;
const scene =
  /^[^，。]{2,30}(?:正在|向.{2,12}(?:介绍|反馈|讲解|宣讲|赠送|颁发)|为.{2,14}(?:颁奖|授牌|讲解|送上|办理)|(?:查看|察看|走访|慰问|调研|观看|参观|了解|采摘|检查|巡查|帮助|指导).{2,})/u;

/** Longest line without a full stop that can still be a heading. */
export const longestHeading = 30;

/** An unmarked caption: a line without a full stop that tells of one event instead of naming a topic. */
export function isSceneLine(text: string): boolean {
  if (/[。！？；]$/u.test(text) || text.length > 90) return false;
  if (event.test(text)) return true;
  return text.length >= 18 && scene.test(text) && !/^[一二三四五六七八九十（(]+[、）)]/u.test(text) && !text.includes(' ');
}
