/** Credits inside a paragraph: the dateline at the front of the first, the signature behind the last. */
import type { Credits } from '../article.ts';
import { readCreditLine } from './byline.ts';
import { type Line, partOf } from './lines.ts';
import { isPersonName, personNames } from './persons.ts';

export interface InlineCredits {
  words: Line;
  rest: Line;
  credits: Credits;
}

const agency = String.raw`(?:本报|本网|本台|本刊|新华社|中新社|[\p{Script=Han}A-Za-z·]{2,12}?(?:日报|晚报|报|网|社|电视台|电台|客户端|融媒体中心|融媒|新闻|频道|先锋|在线|发布)(?:[·－-]\p{Script=Han}{2,8}|[（(]\p{Script=Han}{2,12}(?:网|报|社|客户端)[）)])?)`;
const when = String.raw`(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?`;
const bracketed = String.raw`(?:\s?[（(](?<inner>[^（）()。]{2,60})[）)])?`;
const reported = String.raw`(?:\s?(?:[（(]?(?:本报|本网)?(?:记者|通讯员)\s?[\p{Script=Han}·、\s]{2,24}?(?:报道|摄影报道)[）)]?))?`;

/**
 * `东南网7月27日讯（福建日报记者 林宇熙）`, `本报咸阳讯（通讯员阎晋于文哲）`, `央视网消息（新闻联播）：`,
 * `新华社北京7月1日电（记者…）`, `中新网福州7月1日电 (张三)`, `【本报讯】`, `本报讯 记者张三报道：`.
 */
const datelines: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:【[^】]{2,14}】\s?)?${agency}[\s·]?\p{Script=Han}{0,10}?${when}\s?(?:(?<![通资简短快音])讯|电|消息)(?=[\s（(：:，]|$)${bracketed}${reported}\s*[：:，]?\s*`,
    'u',
  ),
  new RegExp(
    String.raw`^(?:本报|本网|新华社)\p{Script=Han}{0,8}?(?:(?<![通资简短快音])讯|\d{1,2}月\d{1,2}日电)${bracketed}${reported}\s*[：:]?\s*`,
    'u',
  ),
  // Whoever sends it, a day, 讯 or 电 and a reporter in brackets are a dateline.
  /^\p{Script=Han}[\p{Script=Han}A-Za-z·－-]{1,20}?(?:\d{1,2}月)?\d{1,2}日(?:讯|电)\s?[（(](?<inner>[^（）()。]{0,24}(?:记者|通讯员|实习生)[^（）()。]{0,40})[）)]\s*[：:，]?\s*/u,
  new RegExp(String.raw`^【(?:本报|本网|本台)?(?:讯|消息|\p{Script=Han}{2,8}(?:讯|消息))】${bracketed}\s*`, 'u'),
  /^[（(](?<inner>(?:本报|本网|\p{Script=Han}{2,8}(?:报|网))?(?:全媒体|首席|见习)?(?:记者|通讯员)[\s：:]?[^（）()。]{2,40})[）)]\s*/u,
  /^(?<inner>(?:本报|本网)?(?:记者|通讯员)\s?[\p{Script=Han}·]{2,4}(?:[、\s]{1,2}(?:(?:记者|通讯员)\s?)?[\p{Script=Han}·]{2,4}){0,4}\s?)(?:报道|摄影报道)\s*[：:，]\s*/u,
];

/** Takes the dateline off the front of a paragraph, or finds it `alone` on its line: `本报讯（记者 张三）`. */
export function readDateline(line: Line, alone = false): InlineCredits | undefined {
  const head = line.text.slice(0, 140);
  for (const pattern of datelines) {
    const match = pattern.exec(head);
    if (!match || (match[0].length === line.text.length && !alone)) continue;
    const names = /(?:记者|通讯员)\s?(?<names>[^（）()]{2,30}?)报道/u.exec(match[0])?.groups?.names;
    const author = authorIn(match.groups?.inner ?? '') ?? (names ? personNames(names) : undefined);
    return { words: partOf(line, 0, match[0].length), rest: partOf(line, match[0].length), credits: author ? { author } : {} };
  }
  return undefined;
}

function authorIn(inner: string): string | undefined {
  if (/记者|通讯员|实习生|作者|[文图]\s?[/／]/u.test(inner)) return personNames(inner) || undefined;
  return isPersonName(inner) ? personNames(inner) : undefined;
}

const bracketAtEnd = /[（(](?<inner>[^（）()。]{2,80})[）)]。?$/u;
const crediting =
  /^(?:本报|本网|\p{Script=Han}{0,12}?)?(?:记者|通讯员|作者|撰稿|供稿|文\s?[/／、]\s?图|图\s?[/／、]\s?文|文|图|责任编辑|责编|编辑|来源|摄影|原载|原刊|单位)[：:\s/／《系为]|供稿$|摄影报道$|^(?:记者|通讯员)\p{Script=Han}/u;

/** `……提供坚强保证。（通讯员 张三 李四）`: a signature behind the last sentence. */
export function readSignature(line: Line): InlineCredits | undefined {
  const match = bracketAtEnd.exec(line.text);
  if (!match || match.index === 0 || !/[。！？…”]$/u.test(line.text.slice(0, match.index).trimEnd())) return undefined;
  const inner = match.groups?.inner ?? '';
  if (!crediting.test(inner) && !isPersonName(inner)) return undefined;
  const words = partOf(line, match.index);
  const rest = partOf(line, 0, match.index);
  const credits = readCreditLine({ ...words, text: inner })?.credits;
  return { words, rest, credits: credits ?? { author: personNames(inner) } };
}
