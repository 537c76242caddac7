/** Marks of documents that must not be published. */

/** Unmistakable wherever they stand. */
const anywhere =
  /(?:绝密|机密|秘密)\s*(?:★|☆|▲)[^，。\n]{0,12}|(?:内部(?:资料|文件|材料|刊物))[，,、\s]*(?:注意保存|请勿外传|不得外传|严禁外传|妥善保管)|(?:不得|严禁|禁止)翻印/gu;

/** On a line of their own, at the head or the foot of a document, or in its margins. */
const alone = /^[【[（(〔]?\s*(?:绝密|机密|秘密|内部(?:资料|文件|材料)|内部使用|征求意见稿|送审稿|讨论稿|注意保存)\s*[】\])）〕]?$/u;
const bracketed = /[（(〔【](?:征求意见稿|送审稿|内部资料|内部文件|讨论稿)[）)〕】]/u;
const edge = 8;

/** The marks found, in order, each once. `lines` are the lines of the body, `margins` the text of headers and footers. */
export function classificationMarks(lines: readonly string[], margins = ''): string[] {
  const edges = lines.filter((_, i) => i < edge || i >= lines.length - edge);
  const marks = [
    ...[...lines.join('\n').matchAll(anywhere)].map((match) => match[0]),
    ...edges.filter((line) => alone.test(line.trim())).map((line) => line.trim()),
    ...edges
      .slice(0, edge)
      .flatMap((line) =>
        line.length <= 60 && !/《[^》]*(?:征求意见稿|送审稿|讨论稿)/u.test(line) ? (bracketed.exec(line)?.[0] ?? []) : [],
      ),
    ...[...margins.matchAll(/绝密|机密|秘密|内部(?:资料|文件|材料)|征求意见稿|注意保存|不得翻印/gu)].map((match) => match[0]),
  ];
  return [...new Set(marks.map((mark) => mark.trim()))];
}
