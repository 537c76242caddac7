/** What stands under the article on its page: lists of other articles, the rest of the page's foot. */
import { readCreditLine } from './byline.ts';
import { isMarkedCaption } from './captions.ts';
import { opensList } from './furniture.ts';
import type { Line } from './lines.ts';

/** A line with the reason why it is not the article's; without one it may be. */
export interface Judged {
  line: Line;
  reason?: string | undefined;
}

/** Shortest line with a full stop that shows that the article goes on. */
const shortestParagraph = 24;

/**
 * Lists of titles under 相关阅读 go until a paragraph with sentences follows;
 * behind the last paragraph everything goes that stands below the first line of the page's foot and is no credit and no caption.
 */
export function judgeTail(lines: readonly Judged[]): Judged[] {
  const judged = lines.map((entry) => ({ ...entry }));
  const first = judged.findIndex((entry) => entry.reason === undefined && isParagraph(entry.line));
  const last = judged.findLastIndex((entry) => entry.reason === undefined && isParagraph(entry.line));
  if (first < 0) return judged;
  const comments = commentsFrom(judged);
  let inList = false;
  let inFoot = false;
  for (const [i, entry] of judged.entries()) {
    if (i <= first) continue;
    const { line } = entry;
    if (entry.reason !== undefined) {
      inList ||= opensList(line.text);
      inFoot ||= i > last;
    } else if (i > comments && !readCreditLine(line)) {
      entry.reason = '评论区';
    } else if (isParagraph(line)) {
      inList = false;
    } else if (readCreditLine(line) || isMarkedCaption(line.text)) {
      inFoot ||= i > last && /编|责/u.test(line.text);
    } else if (inList) entry.reason = '相关阅读';
    else if (i > last && isFoot(line, inFoot)) entry.reason = '页尾';
  }
  return judged;
}

const commentsHead = /^(?:最新|最热|热门|网友|精彩|全部)(?:评论|留言|跟帖)/u;
/** Longest comment of a reader; a longer paragraph is the article's. */
const longestComment = 60;

/** Where the readers' comments begin: under their head, with no long paragraph below; behind the end where there are none. */
function commentsFrom(judged: readonly Judged[]): number {
  const lastLong = judged.findLastIndex(({ line, reason }) => reason === undefined && line.text.length > longestComment);
  const head = judged.findIndex(({ line, reason }, i) => i > lastLong && reason !== undefined && commentsHead.test(line.text));
  return head < 0 ? judged.length : head;
}

function isParagraph({ text }: Line): boolean {
  return text.length >= shortestParagraph && /[。！？；…][”’）]?$|。|\p{Script=Han}\.$/u.test(text);
}

/** Whoever runs the site, on a line of its own below the article. */
function isPublisher({ text }: Line): boolean {
  return /^[\p{Script=Han}（）()]{4,30}(?:测评中心|教育中心|新闻中心|信息中心|传媒集团|报业集团|有限(?:责任)?公司|日报社|电视台|网)$/u.test(
    text,
  );
}

/** Where the foot has begun every short line is of it; before that, only whoever runs the site. */
function isFoot(line: Line, inFoot: boolean): boolean {
  return inFoot ? line.text.length <= 60 && !/[。；，]/u.test(line.text) : isPublisher(line);
}
