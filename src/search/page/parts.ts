import { type CaseHead, headsInFile, type ShownPassage, type Suggestion } from '../catalogue.ts';
import { unpackShown } from '../packed-catalogue.ts';
import { simplifier } from '../simplify.ts';
import type { TraditionalTable } from '../traditional.ts';
import { loadOnce } from './load-once.ts';
import type { Source } from './sources.ts';
import { type ReadSuggestion, readSuggestion } from './suggest.ts';

/** What is loaded when it is first needed. */
export interface Parts {
  head(caseAt: number): Promise<CaseHead>;
  /** Passages that show a practice, by its id. */
  shown(practice: string): Promise<ShownPassage[]>;
  suggestions(): Promise<ReadSuggestion[]>;
  /** From traditional to simplified text. */
  simplify(): Promise<(text: string) => string>;
}

export function openParts(source: Source): Parts {
  const heads = loadOnce((file: number) => source.data<CaseHead[]>(`heads-${file}`));
  const shown = loadOnce(async (practice: string) => unpackShown(await source.data<string>(`shown-${practice}`)));
  const suggestions = loadOnce(async (name: string) => (await source.data<Suggestion[]>(name)).map(readSuggestion));
  const simplify = loadOnce(async (name: string) => simplifier(await source.data<TraditionalTable>(name)));
  return {
    async head(caseAt) {
      const head = (await heads(Math.floor(caseAt / headsInFile)))[caseAt % headsInFile];
      if (!head) throw new Error(`No case stands at ${caseAt}.`);
      return head;
    },
    shown,
    suggestions: () => suggestions('suggestions'),
    simplify: () => simplify('traditional'),
  };
}
