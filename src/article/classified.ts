/** Marks of documents that must not be published. */

/** Unmistakable wherever they stand. */
const anywhere =
  /(?:绝\s?密|机\s?密|秘\s?密)\s*[★☆▲][^\S\n]*[^，。\n]{0,12}|(?:内部(?:资料|文件|材料|刊物|参考|情况))[】）)]?[，,、：:·\s]*(?:注意保存|注意保密|请勿外传|不得外传|严禁外传|请勿转载|妥善保管|阅后即焚|不得公开)|(?:不得|严禁|禁止|请勿)翻印|(?:密级|保密级别|秘密等级)[：:\s]{0,3}(?:绝密|机密|秘密|内部)|(?:保密期限|保密期)[：:\s]{0,3}(?:\d+\s?年|长期|[一二三五十]+年)|此件(?:不公开|不予公开|依申请公开|删减后公开)|公开(?:方式|属性|形式|类别)[：:\s]{0,3}(?:不予公开|不公开|依申请公开)|(?:本|此)(?:资料|文件|材料|件)[^，。]{0,4}(?:仅|只)供内部[^，。]{0,12}/gu;

/** On a line of their own, with an issue or a plea behind them at most. */
const alone =
  /^[【[（(〔]?\s*(?:(?:绝\s?密|机\s?密|秘\s?密)(?:\s?(?:\d{1,2}\s?年|长期))?|内\s?部\s?(?:资\s?料|文\s?件|材\s?料|刊\s?物|参\s?考)(?:[\s·，,、：:]*(?:第\s?\d+\s?期|免费交流|免费赠阅|仅供参考|仅供交流))?|内部使用|仅供内部(?:使用|参考|交流|学习)(?:使用|参考)?|征\s?求\s?意\s?见\s?稿|送审稿|讨论稿|注意保存|注意保密|不得外传|(?:内部资料\s*)?不得公开(?:发表|引用)?)\s*[】\])）〕]?[。！]?$/u;
const bracketed = /[（(〔【](?:征求意见稿|送审稿|内部资料|内部文件|讨论稿|内部使用)[）)〕】]/u;
/** A title, wherever it stands: it ends with the mark and is no sentence. Names of enclosures are mentions. */
const titled = /^(?!附件?\s?\d*\s?[：:])[^。；！？，：:]{2,60}[（(〔【](?:征求意见稿|送审稿|内部资料|内部文件|讨论稿|内部使用)[）)〕】]$/u;
/** Headers and footers hold little else. */
const inMargins =
  /绝\s?密|机\s?密|秘\s?密|内部(?:资料|文件|材料|刊物|使用|参考)|征求意见稿|送审稿|讨论稿|注意保存|注意保密|(?:不得|严禁|禁止|请勿)(?:翻印|外传)/gu;
/** Names of offices and of laws that hold the same words. */
const harmless =
  /国家秘密|保守(?:党和国家)?秘密|保密(?:局|委员会|办|工作|纪律|协议)|机密文件管理|商业秘密|工作秘密|秘密投票|《[^》]{0,60}》/gu;
/** So many lines on top are the document's head, where any line may have a mark in it. */
const headLines = 8;

/** The marks found, in order, each once. `lines` are the lines of the body, `margins` the text of headers and footers. */
export function classificationMarks(lines: readonly string[], margins = ''): string[] {
  const head = lines.slice(0, headLines);
  const marks = [
    ...[...lines.join('\n').matchAll(anywhere)].map((match) => match[0]),
    ...lines.filter((line) => alone.test(line.trim())).map((line) => line.trim()),
    ...lines.flatMap((line) => (titled.test(line.trim()) ? (bracketed.exec(line.replace(harmless, ''))?.[0] ?? []) : [])),
    ...head.flatMap((line) => (line.length <= 60 ? (bracketed.exec(line.replace(harmless, ''))?.[0] ?? []) : [])),
    ...[...margins.replace(harmless, '').matchAll(inMargins)].map((match) => match[0]),
  ];
  return [...new Set(marks.map((mark) => mark.trim()))];
}
