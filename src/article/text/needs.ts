/** What a text must hold: one of these words, or all that one of these branches of a pattern needs. */
export type Need<Word = string> = { words: readonly Word[] } | { branches: readonly (readonly Need<Word>[])[] };

/** Without each of these no text can match the pattern. */
export function needsOf(pattern: string): Need[] {
  return alternatives({ pattern, next: 0 });
}

/** Whether a text may match. `holds` tells of a word whether it stands there. */
export function meetsNeeds<Word>(needs: readonly Need<Word>[], holds: (word: Word) => boolean): boolean {
  for (const need of needs) if (!meetsNeed(need, holds)) return false;
  return true;
}

function meetsNeed<Word>(need: Need<Word>, holds: (word: Word) => boolean): boolean {
  if ('words' in need) {
    for (const word of need.words) if (holds(word)) return true;
    return false;
  }
  for (const branch of need.branches) if (meetsNeeds(branch, holds)) return true;
  return false;
}

/** The same with something else for each word. */
export function needsWith<Word>(needs: readonly Need[], other: (word: string) => Word): Need<Word>[] {
  return needs.map((need) =>
    'words' in need ? { words: need.words.map(other) } : { branches: need.branches.map((branch) => needsWith(branch, other)) },
  );
}

/** Every word that is asked for. */
export function wordsOfNeeds(needs: readonly Need[]): string[] {
  return needs.flatMap((need) => ('words' in need ? need.words : need.branches.flatMap(wordsOfNeeds)));
}

/** The alternatives that a pattern falls into where nothing brackets them. */
export function alternativesOf(pattern: string): string[] {
  const reader = { pattern, next: 0 };
  const starts = [0];
  sequence(reader);
  while (pattern[reader.next] === '|') {
    starts.push(++reader.next);
    sequence(reader);
  }
  return starts.map((start, i) => pattern.slice(start, (starts[i + 1] ?? pattern.length + 1) - 1));
}

interface Reader {
  pattern: string;
  next: number;
}

interface Atom {
  needs: Need[];
  /** A single plain character, which can be joined to its neighbours. */
  char?: string;
}

function alternatives(reader: Reader): Need[] {
  const branches = [sequence(reader)];
  while (reader.pattern[reader.next] === '|') {
    reader.next++;
    branches.push(sequence(reader));
  }
  if (branches.length === 1) return branches[0] ?? [];
  if (branches.some((needs) => needs.length === 0)) return [];
  const words = branches.map(([first, ...others]) => (first && 'words' in first && others.length === 0 ? first.words : undefined));
  return [words.every((list) => list !== undefined) ? { words: words.flat() } : { branches }];
}

function sequence(reader: Reader): Need[] {
  const needs: Need[] = [];
  let run = '';
  const endRun = () => {
    if (run) needs.push({ words: [run] });
    run = '';
  };
  while (reader.next < reader.pattern.length && !/[|)]/u.test(reader.pattern.charAt(reader.next))) {
    const read = atom(reader);
    const repeat = quantifier(reader);
    if (read.char && repeat === 'once') {
      run += read.char;
      continue;
    }
    if (read.char && repeat === 'several') run += read.char;
    endRun();
    if (!read.char && repeat !== 'optional') needs.push(...read.needs);
  }
  endRun();
  return needs;
}

function atom(reader: Reader): Atom {
  const char = reader.pattern.charAt(reader.next++);
  if (char === '(') return group(reader);
  if (char === '[') return characterClass(reader);
  if (char === '\\') {
    const escaped = /^[pP]\{[^}]*\}|^./u.exec(reader.pattern.slice(reader.next))?.[0] ?? '';
    reader.next += escaped.length;
    return { needs: [] };
  }
  return '.^$'.includes(char) ? { needs: [] } : { needs: [], char };
}

function group(reader: Reader): Atom {
  const opening = /^\?(?:[:=!]|<[=!]|<\w+>)/u.exec(reader.pattern.slice(reader.next))?.[0] ?? '';
  reader.next += opening.length;
  const needs = alternatives(reader);
  reader.next++;
  return { needs: opening.endsWith('!') ? [] : needs };
}

function characterClass(reader: Reader): Atom {
  const end = reader.next + (/^(?:[^\]\\]|\\.)*/u.exec(reader.pattern.slice(reader.next))?.[0].length ?? 0);
  const inside = reader.pattern.slice(reader.next, end);
  reader.next = end + 1;
  return { needs: /[\\^-]/u.test(inside) ? [] : [{ words: [...inside] }] };
}

function quantifier(reader: Reader): 'once' | 'several' | 'optional' {
  const mark = /^(?:[?*+]|\{(\d+)[^}]*\})\??/u.exec(reader.pattern.slice(reader.next));
  if (!mark) return 'once';
  reader.next += mark[0].length;
  return mark[0].startsWith('?') || mark[0].startsWith('*') || mark[1] === '0' ? 'optional' : 'several';
}

/**
 * The words without which a text cannot meet the needs: one of them must stand there. Of several such lists the one that costs least.
 * Undefined where none is promised.
 */
export function rarestOf(needs: readonly Need[], cost: (words: readonly string[]) => number): readonly string[] | undefined {
  const lists = needs.flatMap((need) => oneOf(need, cost));
  return lists.reduce<readonly string[] | undefined>((least, words) => (least && cost(least) <= cost(words) ? least : words), undefined);
}

/** At most one list. */
function oneOf(need: Need, cost: (words: readonly string[]) => number): (readonly string[])[] {
  if ('words' in need) return [need.words];
  const each = need.branches.map((branch) => rarestOf(branch, cost));
  return each.every((words) => words !== undefined) ? [each.flat()] : [];
}
