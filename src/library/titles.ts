/** A stretch of a title that a line holds if it can. The words joined, with a space at each gap, are the title. */
export interface TitleClause {
  /** A space stands before it in the title. */
  gap: boolean;
  /** Where a line does not hold the clause it breaks between these; the last one has two characters or more if it can. */
  words: string[];
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** What ends a clause where the title goes on: 大田县：…. Quotation marks and brackets behind it belong to it. */
const clause = /[^，；：？！,;:?!]+[，；：？！,;:?!]*[”’》〉）」』】]*|[，；：？！,;:?!]+/gu;

/** Must not begin a line, or end one: what stands beside a word goes with it. */
const closing = /^[\p{Pe}\p{Pf}\p{Po}\p{Pd}…%％℃]/u;
const opening = /[\p{Ps}\p{Pi}]$/u;

/** Words of one character that lead to the next word. */
const leading = new Set('在把与和及为以向从对让');

/** Where a title breaks first: at its gaps and behind its stops; then between words; and never before its last character. */
export function titleClauses(title: string): TitleClause[] {
  const stretches = title.split(/[\s\u3000]+/u).filter((stretch) => stretch !== '');
  return stretches.flatMap((stretch, number) =>
    (stretch.match(clause) ?? []).map((text, index) => ({ gap: number > 0 && index === 0, words: wordsOf(text) })),
  );
}

/**
 * A line breaks between words of two characters or more. Single characters in a row are a name or a word that the dictionary
 * does not know, 将乐县 or 提质增效; one by itself belongs to what is beside it, 尤溪县 or 增活力.
 */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let before = '';
  for (const unit of unitsOf(text)) {
    const last = words.at(-1) ?? '';
    const mayBreak = isWord(before) && (isWord(unit) || leading.has(unit) || /^[\p{Ps}\p{Pi}]/u.test(unit));
    if (mayBreak || last === '') words.push(unit);
    else words[words.length - 1] = last + unit;
    before = unit;
  }
  const end = words.at(-1) ?? '';
  return isWord(end) || words.length < 2 ? words : [...words.slice(0, -2), words.slice(-2).join('')];
}

/** The dictionary's words with the marks beside them, and between them single characters in one. */
function unitsOf(text: string): string[] {
  const units: string[] = [];
  let isRun = false;
  for (const { segment } of segmenter.segment(text)) {
    const isSingle = /^\p{Script=Han}$/u.test(segment) && !leading.has(segment);
    const last = units.at(-1);
    if (last !== undefined && ((isRun && isSingle) || closing.test(segment) || opening.test(last)))
      units[units.length - 1] = last + segment;
    else units.push(segment);
    isRun = isSingle;
  }
  return units;
}

function isWord(unit: string): boolean {
  return (unit.match(/[\p{L}\p{N}]/gu) ?? []).length > 1;
}
