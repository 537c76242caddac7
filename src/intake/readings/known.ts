import { areaList } from '@vant/area-data';
import type { Knowledge } from '../../article/annotate.ts';
import { buildGazetteer } from '../../article/places/gazetteer.ts';
import { compilePractices } from '../../article/practices/practices.ts';
import type { ReadingVocabulary } from './keys.ts';

/** What the reader of articles knows. Throws where a signal of a practice cannot be compiled. */
export function knowledgeOf(
  { practices, formerPlaces, slogans, watchwords, publish }: ReadingVocabulary,
  gazetteer = buildGazetteer(areaList, formerPlaces),
): Knowledge {
  return {
    practices: compilePractices(practices),
    practiceIds: practices.map(({ id }) => id),
    gazetteer,
    slogans,
    watchwords,
    publish,
  };
}
