/**
 * A page as it arrives, each line with what a careful reader makes of it. Above stand the answers: `@place 桐城市`, `@date`, `@name` (the
 * source), `@flags`; below, a line is `T|` title, `B|` byline, `X|` not the article's, `P|` paragraph, `P&|` the same paragraph going
 * on, `L|` and `L&|` items of a list, `H|` and `H3|` headings, `C|` caption, `R|` markup alone. What is none of its line stands in `⟦B:…⟧` or `⟦X:…⟧`.
 */
export interface TaggedPage {
  /** The page itself, without the marks. */
  text: string;
  /** What must come out of it. */
  wanted: PageOutline;
}

export interface PageOutline {
  title: string;
  place: string;
  date: string;
  name: string;
  /** `P …`, `H …`, `H3 …`, `C …`, in order; white space and the width of marks do not count. */
  blocks: string[];
  /** Kinds of flags, sorted, each once. */
  flags: string[];
}

const tagged = /^(?<tag>T|B|X|P&|P|L&|L|H3|H|C|R)\|(?<words>.*)$/u;
const mixed = /⟦[BX]:(?<words>[^⟧]*)⟧/gu;

export function plainWords(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

/** `isMarkup`: the words are what is left of a line without its tags. */
export function parseTaggedPage(source: string, isMarkup: boolean): TaggedPage {
  const answers = new Map<string, string>();
  const lines: string[] = [];
  const found: { tag: string; words: string }[] = [];
  for (const line of source.trimEnd().split('\n')) {
    const [, field, value] = /^@(\w+)\s?(.*)$/u.exec(line) ?? [];
    const { tag, words } = tagged.exec(line)?.groups ?? {};
    if (field !== undefined) answers.set(field, value?.trim() ?? '');
    else if (tag === undefined || words === undefined) {
      if (line !== '') throw new Error(`a line without its tag: ${line}`);
      lines.push('');
    } else {
      lines.push(words.replace(mixed, '$<words>'));
      found.push({ tag, words: plainWords(isMarkup ? withoutMarkup(words.replace(mixed, '')) : words.replace(mixed, '')) });
    }
  }
  return { text: `${lines.join('\n')}\n`, wanted: wantedOf(found, answers) };
}

function withoutMarkup(line: string): string {
  return line
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ');
}

function wantedOf(found: readonly { tag: string; words: string }[], answers: ReadonlyMap<string, string>): PageOutline {
  const answer = (field: string) => answers.get(field) ?? '';
  const blocks: string[] = [];
  for (const { tag, words } of found) {
    const [kind = '', goesOn] = tag.split('&');
    if (goesOn !== undefined) blocks[blocks.findLastIndex((block) => block.startsWith(`${kind} `))] += words;
    else if (/^[PLHC]/u.test(tag)) blocks.push(`${tag} ${words}`);
  }
  const flags = answer('flags').split(' ').filter(Boolean);
  const title = found.flatMap(({ tag, words }) => (tag === 'T' ? [words] : [])).join('');
  const missing = [
    ...(title === '' ? ['noTitle'] : []),
    ...(answer('date') === '' ? ['noDate'] : []),
    ...(answer('name') === '' ? ['noSource'] : []),
    ...(answer('place') === '' ? ['noPlace'] : []),
  ];
  return {
    title,
    place: answer('place'),
    date: answer('date'),
    name: answer('name'),
    blocks,
    flags: [...new Set([...flags, ...missing])].sort(),
  };
}
