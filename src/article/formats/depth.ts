/** Markup that nests so deep that converters take minutes over it or fall. Nothing that people write comes near. */

const deepest = 150;
/** Levels of quotations and lists in Markdown. */
const deepestList = 50;

/** Elements that a parser closes by itself, and those without content. */
const closedByParser =
  /^(?:p|li|dt|dd|option|thead|tbody|tfoot|tr|td|th|br|hr|img|input|meta|link|col|base|area|source|track|wbr|embed|param)$/i;

/** Whether elements of HTML or XML stand too deep inside each other. */
export function tagsTooDeep(markup: string): boolean {
  let open = 0;
  for (const [, slash, name = '', rest = ''] of markup.matchAll(/<(\/?)([a-z][\w:.-]*)([^<>]*)>/gi)) {
    if (closedByParser.test(name) || rest.endsWith('/')) continue;
    open = slash ? Math.max(0, open - 1) : open + 1;
    if (open > deepest) return true;
  }
  return false;
}

/** Whether a line of Markdown begins with too many marks of quotations and lists, or too far to the right. */
export function listsTooDeep(markdown: string): boolean {
  return markdown.split('\n').some((line) => {
    const lead = /^(?:[ \t]|[>*+-]|\d{1,9}[.)](?=[ \t]))*/.exec(line)?.[0] ?? '';
    const marks = lead.replace(/[ \t\d]/g, '').length;
    // A line of dashes is a rule between paragraphs.
    return lead.length < line.length && (marks > deepestList || (marks > 0 && lead.length > 4 * deepestList));
  });
}
