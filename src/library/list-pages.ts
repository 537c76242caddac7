/** On which pages of long lists their anchors stand: what the links of other pages follow. */
import { urls, withinSite } from '../site/urls.ts';
import { areasOf, pageOfArea } from './areas.ts';
import { spotPages } from './evidence.ts';
import { type Library, perLibrary, practicesById } from './library.ts';
import { pagesOfProblems, problemAnchor } from './problems.ts';

/** Page, from 1, of each anchor of a list; lists by the address of their first page within the site: `practices/a.html`. */
export type ListPages = Readonly<Record<string, Readonly<Record<string, number>>>>;

export const listPages = perLibrary((library): ListPages => {
  const practices = library.practices.map(({ id }) => [withinSite(urls.practice(id)), anchorsOf(library, id)] as const);
  const problems = [...pagesOfProblems(library)].map(
    ([practice, page]) => [problemAnchor(practicesById(library).get(practice ?? '')), page] as const,
  );
  return Object.fromEntries([...practices, [withinSite(urls.problems()), Object.fromEntries(problems)]]);
});

/** The spots of a practice, and the stretches of its areas. */
function anchorsOf(library: Library, practice: string): Record<string, number> {
  const areas = [...areasOf(library, practice).values()];
  return Object.fromEntries([
    ...spotPages(library, practice),
    ...areas.map(({ anchor, place }) => [anchor, pageOfArea(library, practice, place.code)] as const),
  ]);
}
