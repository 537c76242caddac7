import type { Practice } from '../article/knowledge.ts';
import { extractShows } from '../library/extract.ts';
import { loadLeads, loadLibrary } from './library.ts';
import { pathsOf } from './rendering/routes.ts';
import { urls } from './urls.ts';

const formats = ['md', 'csv'] as const;

/** What a practice's file to take away is made from. */
export type ExtractProps = {
  practice: Practice;
  /** The first sentence of its guide. */
  lead: string;
  format: (typeof formats)[number];
};

/** The paths of the practices' files to take away, those of one practice together. */
export async function extractPaths() {
  const library = await loadLibrary();
  const leads = await loadLeads();
  return pathsOf<ExtractProps>(
    'data/practices/[name]',
    library.practices.flatMap((practice) => {
      const lead = leads.get(practice.id) ?? '';
      const shows = () => extractShows(library, practice, lead);
      return formats.map((format) => ({
        params: { name: `${practice.id}.${format}` },
        props: { practice, lead, format },
        address: urls.practiceExtract(practice.id, format),
        shows,
      }));
    }),
  );
}
