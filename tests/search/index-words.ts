import { indexForms, type Unit } from '../../src/search/tokens.ts';

/** The words of the index for a row: each is made of two forms that follow one another. */
export function indexWords(units: readonly Unit[]): string[] {
  const forms = indexForms(units);
  return units.map((_, at) => `${forms[at]}${forms[at + 1]}`);
}
