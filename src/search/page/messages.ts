import type { Suggestion } from '../catalogue.ts';
import type { Hit, SearchAnswer } from './answer.ts';
import type { SearchRequest } from './request.ts';

/** What the page says to the worker. `open` comes first; `base` is the absolute address of `search/`. */
export type Question =
  | { id: number; kind: 'open'; base: string }
  | { id: number; kind: 'search'; request: SearchRequest }
  | { id: number; kind: 'details'; request: SearchRequest; ids: readonly string[] }
  | { id: number; kind: 'suggest'; typed: string };

/** What the worker says: the answer to a question, or why there is none. */
export type Reply = { id: number; answer?: SearchAnswer | Hit[] | Suggestion[]; failure?: string };
