/** The gazetteer of today's data and the repository's own former names, built once for the tests of places. */
import { readFileSync } from 'node:fs';
import { areaList } from '@vant/area-data';
import { parse } from 'yaml';
import { z } from 'zod';
import { formerPlaceSchema } from '../../../src/article/knowledge.ts';
import { buildGazetteer } from '../../../src/article/places/gazetteer.ts';

export const formerPlaces = z
  .array(formerPlaceSchema)
  .parse(parse(readFileSync(new URL('../../../content/places.yaml', import.meta.url), 'utf8')));
export const gazetteer = buildGazetteer(areaList, formerPlaces);
