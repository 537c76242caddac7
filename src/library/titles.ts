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

/** Words of one character. */
const particles = new Set('在把与和及同的之了是为以向从对让被将到由不更新各全');

/** Where a title breaks first: at its gaps and behind its stops; then between words; and never before its last character. */
export function titleClauses(title: string): TitleClause[] {
  const stretches = title.split(/[\s\u3000]+/u).filter((stretch) => stretch !== '');
  return stretches.flatMap((stretch, number) =>
    (stretch.match(clause) ?? []).map((text, index) => ({ gap: number > 0 && index === 0, words: wordsOf(text) })),
  );
}

/** Two single characters that the dictionary does not know as a word, 提质 or 脱贫, are one oftener than not. */
function isPair(first: string, second: string): boolean {
  return [first, second].every((each) => /^\p{Script=Han}$/u.test(each) && !particles.has(each));
}

function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = words.at(-1);
    if (last !== undefined && (isPair(last, segment) || closing.test(segment) || opening.test(last)))
      words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  const end = words.at(-1) ?? '';
  const isLone = (end.match(/[\p{L}\p{N}]/gu) ?? []).length < 2;
  return isLone && words.length > 1 ? [...words.slice(0, -2), words.slice(-2).join('')] : words;
}
