/** Names of reporters and writers in a byline. Used for the byline alone: nothing is listed by a person's name. */

const surnames =
  '王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳欧祝纪尚毕耿芦左季管符辛苗詹曲欧靳祁路涂兰甘裴梅童翁霍游阮尤岳柯牟滕谷舒卜成饶宁凌盛查单冉鲍华包屈房喻解蒲卫简时连车项闵邬吉党阳司费蒙席晏隋古强穆姬宫景米麦谈柏瞿艾沙鄢桂窦郁缪畅巩卓褚栾戚全娄甄郎池丛边岑农苟迟保商臧佘卞虞刁冷应匡栗仇练楚揭师官佟封燕桑巫敖原植邝仲荆储宗楼干苑寇盖南屠鞠荣井乐银奚明麻雍花闻冼木郜廉衣蔺和冀占';
const oneName = new RegExp(
  String.raw`^(?:[${surnames}]\s?\p{Script=Han}{1,2}|(?:欧阳|上官|司马|诸葛|皇甫|令狐)\p{Script=Han}{1,2}|\p{Script=Han}{2,6}·\p{Script=Han}{2,8})$`,
  'u',
);
const notNames =
  /^(?:党建|党员|文明|安全|高度|关于|成效|经验|方法|和谐|时代|农村|商业|全文|应用|解读|明确|强化|向前|成立|项目|关键|干部|全面|师资|时事|安排|文化|强基|单位|方案|原则|温馨|宣传).{0,2}$/u;

const surnameFirst = new RegExp(`^[${surnames}]`, 'u');

/** Names run together begin with a surname as well: `阎晋于文哲`. */
export function opensAsName(text: string): boolean {
  return surnameFirst.test(text) || oneName.test(text);
}

/** `张三`, `张 三`, several of them with spaces or 、 between. */
export function isPersonName(text: string): boolean {
  const names = joinPadded(text).split(/[\s、，]+/u);
  return names.length <= 5 && names.every((name) => oneName.test(name) && !notNames.test(name));
}

const role =
  /(?:本报|本网|本刊|本社|(?:\p{Script=Han}{2,12}?(?:报|网|社|电视台|广播电台|客户端|新闻|融媒体中心|融媒)[·、/]?){1,3})?\s?(?:全媒体|首席|见习|特约|融媒体?|驻\p{Script=Han}{2,4})*(?:记者|通讯员|实习生|作者|撰稿)[\s：:]*/gu;
const work =
  /[\s/／]*(?:文\s?[/／、]\s?图|图\s?[/／、]\s?文|文并图|摄影报道|联合报道|(?<=\s)\p{Script=Han}{2,4}报道|报道|采写|整理|供稿|摄影|[/／]\s?[文图摄]|(?<=\s)[文图摄])[：:\s]*$/u;

/** The names alone: `杜雪琴 通讯员 王斌` to `杜雪琴、王斌`. Names run together stay as they are. */
export function personNames(text: string): string {
  const parts = text.split(role).map((part) => tidyNames(part.replace(work, '')));
  return parts.filter(Boolean).join('、');
}

/** `杨 静` is one name set wide. Other spaces stay. */
export function tidyNames(text: string): string {
  return joinPadded(text.replace(/[\s\u3000]+/gu, ' ')).replace(/^[\s、，/：:]+|[\s、，/：:]+$/gu, '');
}

function joinPadded(text: string): string {
  return text.replace(/(?<!\p{Script=Han})(\p{Script=Han})[\s\u3000]+(\p{Script=Han})(?!\p{Script=Han})/gu, '$1$2');
}
