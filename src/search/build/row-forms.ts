import { indexForms, isEveryday, readUnits } from '../tokens.ts';
import { growingList } from './growing-list.ts';

/** The forms that stand in an index, each with a number from 1 on: rows of numbers are made without an object for each unit. */
export interface RowForms {
  /** By number; at 0 stands none. */
  readonly forms: readonly string[];
  /** The number of what ends every row. */
  readonly rowEnd: number;
  /** The numbers of a text's units, in order. The list is overwritten by the next reading. */
  read(text: string): Uint32Array;
}

/** Reads as `readUnits` and `indexForms` do: `tests/search/row-forms.test.ts` holds it against them. */
export function openRowForms(): RowForms {
  const forms = [''];
  const numbers = new Map<string, number>();
  const numberOf = (form: string): number => {
    const known = numbers.get(form);
    if (known !== undefined) return known;
    numbers.set(form, forms.length);
    return forms.push(form) - 1;
  };
  /** By the character's code; 0 where it was not met yet. */
  const everyday = new Uint32Array(0x1_0000);
  const runs = new Map<string, readonly number[]>();
  /** An accent belongs to the character before the run, if there is one. */
  const readRun = (run: string, isFirst: boolean): readonly number[] => {
    if (isFirst) return formsOf(run).map(numberOf);
    const known = runs.get(run);
    if (known) return known;
    const read = formsOf(anyEveryday + run)
      .slice(1)
      .map(numberOf);
    runs.set(run, read);
    return read;
  };
  const row = growingList();
  return {
    forms,
    rowEnd: numberOf(indexForms([])[0] as string),
    read(text) {
      row.clear();
      let from = 0;
      for (let at = 0; at <= text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (at < text.length && !isEveryday(code)) continue;
        if (at > from) for (const number of readRun(text.slice(from, at), from === 0)) row.push(number);
        if (at === text.length) break;
        everyday[code] ||= numberOf(text.charAt(at));
        row.push(everyday[code] as number);
        from = at + 1;
      }
      return row.whole();
    },
  };
}

const anyEveryday = '一';

function formsOf(text: string): string[] {
  return indexForms(readUnits(text)).slice(0, -1);
}
