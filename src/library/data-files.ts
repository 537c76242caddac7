/** The files of `data/` that speak of the whole library, each once. */
import { figuresTable } from './figures-table.ts';
import type { Library } from './library.ts';
import { measuresFile } from './measures-file.ts';
import { casesFile, methodsFile, placesFile, practicesFile, schemaFile } from './published.ts';

type Pieces = (library: Library) => Iterable<string>;

const json =
  (file: (library: Library) => object): Pieces =>
  (library) => [JSON.stringify(file(library))];

/** The text of each file, in pieces, by its name. All are made from the cases, the taxonomy and the gazetteer. */
export const dataFiles: ReadonlyMap<string, Pieces> = new Map([
  ['cases.json', json(casesFile)],
  ['practices.json', json(practicesFile)],
  ['places.json', json(placesFile)],
  ['methods.json', json(methodsFile)],
  ['measures.json', json(measuresFile)],
  ['schema.json', json(schemaFile)],
  ['figures.csv', figuresTable],
]);
