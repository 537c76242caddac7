import { onSite, urls } from '../site/urls.ts';
import { placePairs } from './comparison.ts';
import { evidencePages } from './evidence.ts';
import type { Library } from './library.ts';
import { matrixParts } from './matrix.ts';
import { methodsInOrder } from './methods.ts';
import { casesInOrder } from './order.ts';
import { placeNodes } from './places.ts';
import { problemPages } from './problems.ts';
import { xmlDeclaration, xmlElement } from './xml.ts';

/** `sitemap.xml` (sitemaps.org): every page that stands for itself. Undefined where the site's address is not known. */
export function sitemap(library: Library): string | undefined {
  const { address } = library.settings;
  if (!address) return undefined;
  const locations = pagesOf(library).map((path) => `<url>${xmlElement('loc', onSite(address, path))}</url>`);
  return `${xmlDeclaration}\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${locations.join('\n')}\n</urlset>\n`;
}

/** Further pages of the lists lead nowhere that an entry's own page does not; those of a practice and of the problems hold words of their own. */
function pagesOf(library: Library): string[] {
  const further = (pages: readonly unknown[], address: (page: number) => string) => pages.map((_, index) => address(index + 1));
  return [
    ...[urls.home(), urls.about(), urls.help(), urls.compare()],
    ...[urls.cases(), urls.practices(), urls.places(), urls.methods()],
    ...matrixParts(library).map(({ part }) => urls.matrix(part)),
    ...placePairs(library).map(({ id }) => urls.pair(id)),
    ...further(problemPages(library), (page) => urls.problems(page)),
    ...casesInOrder(library).map(({ id }) => urls.case(id)),
    ...library.practices.flatMap(({ id }) => further(evidencePages(library, id), (page) => urls.practice(id, page))),
    ...[...placeNodes(library).keys()].map((code) => urls.place(code)),
    ...methodsInOrder(library).map(({ id }) => urls.method(id)),
  ];
}
