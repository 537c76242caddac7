/** What Markdown (CommonMark with GitHub's tables and strikes) would take for a mark; underscores inside words and single brackets are none. */
const marks = /[\\`*<>]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\](?=[([:])|(?<!\/)~|&(?=#?\w+;)/gu;
const lineMark = /^(?:[#+=-]|\d+(?=[.)]))/u;

/** Words of a source as Markdown that shows exactly them: nothing in them becomes a link, an element or a list. */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(marks, '\\$&')
    .replace(lineMark, (mark) => (/\d/u.test(mark) ? `${mark}\\` : `\\${mark}`));
}

/** A quotation; every line of a list or table is a paragraph of its own. */
export function markdownQuote(text: string): string {
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  return lines.map((line) => `> ${markdownText(line)}`).join('\n>\n');
}
