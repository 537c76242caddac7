/** The fields between two lines of dashes at the head of a Markdown file. */

export interface FrontMatter {
  yaml: string;
  /** Line of the file on which the front matter's first field stands. */
  yamlLine: number;
  body: string;
  bodyLine: number;
}

/** Splits a guide or an article in Markdown into its front matter and its body; undefined where the dashes are missing. */
export function splitFrontMatter(text: string): FrontMatter | undefined {
  const match = /^\ufeff?---[ \t]*\r?\n(?<yaml>[\s\S]*?)^---[ \t]*(?:\r?\n|$)/mu.exec(text);
  if (match?.index !== 0) return undefined;
  const yaml = match.groups?.yaml ?? '';
  return { yaml, yamlLine: 2, body: text.slice(match[0].length), bodyLine: match[0].split('\n').length };
}
