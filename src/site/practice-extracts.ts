import type { Practice } from '../article/knowledge.ts';
import { extractShows } from '../library/extract.ts';
import { loadLeads, loadLibrary } from './library.ts';
import { pathsOf } from './rendering/routes.ts';
import { urls } from './urls.ts';

/** What a practice's file to take away is made from. */
export type ExtractProps = {
  practice: Practice;
  /** The first sentence of its guide. */
  lead: string;
};

/** The paths of the practices' files to take away in a format. */
export async function extractPaths(format: 'md' | 'csv') {
  const library = await loadLibrary();
  const leads = await loadLeads();
  return pathsOf<ExtractProps>(
    `data/practices/[id].${format}`,
    library.practices.map((practice) => {
      const lead = leads.get(practice.id) ?? '';
      const address = urls.practiceExtract(practice.id, format);
      return { params: { id: practice.id }, props: { practice, lead }, address, shows: () => extractShows(library, practice, lead) };
    }),
  );
}
