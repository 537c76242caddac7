/**
 * The words without which a pattern cannot match: one of them must stand in the text.
 * Undefined where the pattern promises none. Lets thousands of patterns be passed over by a look at the words of a text.
 */
export function triggersOf(pattern: string): string[] | undefined {
  return best(needsOf(pattern));
}

/** Lists of words: without one of each no text can match the pattern. */
export function needsOf(pattern: string): string[][] {
  return alternatives({ pattern, next: 0 });
}

/** Whether a text has one word of each list. */
export function meetsNeeds(text: string, needs: readonly (readonly string[])[]): boolean {
  return needs.every((words) => words.some((word) => text.includes(word)));
}

interface Reader {
  pattern: string;
  next: number;
}

/** A list of which one must stand in the text. */
type AnyOf = string[];
interface Atom {
  needs: AnyOf[];
  /** A single plain character, which can be joined to its neighbours. */
  char?: string;
}

function alternatives(reader: Reader): AnyOf[] {
  const branches = [sequence(reader)];
  while (reader.pattern[reader.next] === '|') {
    reader.next++;
    branches.push(sequence(reader));
  }
  if (branches.length === 1) return branches[0] ?? [];
  const each = branches.map(best);
  return each.every((words) => words !== undefined) ? [each.flat()] : [];
}

function sequence(reader: Reader): AnyOf[] {
  const needs: AnyOf[] = [];
  let run = '';
  const endRun = () => {
    if (run) needs.push([run]);
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
  const end = reader.pattern.indexOf(']', reader.next);
  const inside = reader.pattern.slice(reader.next, end);
  reader.next = end + 1;
  return { needs: /[\\^-]/u.test(inside) ? [] : [[...inside]] };
}

function quantifier(reader: Reader): 'once' | 'several' | 'optional' {
  const mark = /^(?:[?*+]|\{(\d+)[^}]*\})\??/u.exec(reader.pattern.slice(reader.next));
  if (!mark) return 'once';
  reader.next += mark[0].length;
  return mark[0].startsWith('?') || mark[0].startsWith('*') || mark[1] === '0' ? 'optional' : 'several';
}

/** Long words are rare words; among equals the shortest list. */
function best(needs: readonly AnyOf[]): AnyOf | undefined {
  const rank = (words: AnyOf) => Math.min(3, ...words.map((word) => word.length)) * 1000 - words.length;
  return needs.reduce<AnyOf | undefined>((found, words) => (found && rank(found) >= rank(words) ? found : words), undefined);
}
