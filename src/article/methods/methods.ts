/** Named methods of an article: found by their carrier words, merged over the article, with what they consist of. */
import type { DraftBlock } from '../article.ts';
import type { Slogans } from '../knowledge.ts';
import { pinyinId } from '../pinyin.ts';
import type { Method } from '../schema.ts';
import { WordTable } from '../text/word-table.ts';
import { withoutCarrier } from './carriers.ts';
import { findMentions, type MethodMention, type SloganTest } from './method-names.ts';
import { partsOf } from './method-parts.ts';
import { bareWords, findQuotations } from './quotations.ts';

interface Naming {
  mention: MethodMention;
  block: DraftBlock;
  parts: string[] | undefined;
}

/** Methods in order of their first naming. Slogans are those of content/slogans.yaml. */
export function findMethods(blocks: readonly DraftBlock[], slogans: Slogans): Method[] {
  const test = knownSlogans.get(slogans) ?? sloganTest(slogans);
  knownSlogans.set(slogans, test);
  const namings = blocks.flatMap((block) =>
    findMentions(block.text, test).map((mention) => ({ mention, block, parts: partsOf(block.text, mention) })),
  );
  if (namings.length === 0) return [];
  const wordings = blocks.map(wordingOf);
  const methods = [...Map.groupBy(namings, identity(namings)).values()]
    .map((group) => methodOf(group, wordings))
    .filter((method) => method.id !== '');
  return withUniqueIds(methods);
}

/** Two namings mean one method when their own words agree; 民情处置四步走工作法 is the “四步走” named elsewhere in quotation marks. */
function identity(namings: readonly Naming[]): (naming: Naming) => string {
  const words = ({ mention }: Naming) => withoutCarrier(bareWords(mention.core));
  const quoted = [...new Set(namings.filter(({ mention }) => mention.quoted).map(words))];
  return (naming) => {
    const own = words(naming);
    return naming.mention.quoted ? own : (quoted.find((other) => other.length >= 3 && own.endsWith(other)) ?? own);
  };
}

/** The same slogans are held against thousands of articles. */
const knownSlogans = new WeakMap<Slogans, SloganTest>();

export function sloganTest(slogans: Slogans): SloganTest {
  const words = slogans.map(bareWords).filter((slogan) => slogan.length >= 2);
  const all = new Set(words);
  const long = [...all].filter((slogan) => slogan.length >= 4);
  const table = new WordTable(long);
  /** Characters of the longest slogan in the words. */
  const longestIn = (bare: string) => {
    let most = 0;
    table.walk(bare, (slogan) => {
      most = Math.max(most, long[slogan]?.length ?? 0);
    });
    return most;
  };
  return {
    is: (text) => {
      const bare = bareWords(text);
      return all.has(bare) || (bare.length >= 4 && longestIn(bare) * 3 >= bare.length * 2);
    },
    within: (text) => {
      const bare = bareWords(text);
      return all.has(bare) || longestIn(bare) > 0;
    },
  };
}

/** A block's words as names are compared, found once for all methods. */
interface Wording {
  id: string;
  bare: string;
  quoted: ReadonlySet<string>;
}

function wordingOf({ id, text }: DraftBlock): Wording {
  return { id, bare: bareWords(text), quoted: new Set(findQuotations(text).map(({ inner }) => bareWords(inner))) };
}

function methodOf(group: Naming[], wordings: readonly Wording[]): Method {
  const fullest = Math.max(...group.map(({ mention }) => mention.fullness));
  const name = group.find(({ mention }) => mention.fullness === fullest)?.mention.name ?? '';
  const consists = group.find(({ parts }) => parts)?.parts;
  const named = new Set(group.map(({ block }) => block.id));
  const speaks = speakers(group);
  const passages = wordings.filter((wording) => named.has(wording.id) || speaks(wording)).map(({ id }) => id);
  return { id: pinyinId(name), name, ...(consists && { consists }), passages };
}

/** Tells whether a text uses the name in passing: its words alone in quotation marks, or the whole name without them. */
function speakers(group: Naming[]): (wording: Wording) => boolean {
  const cores = new Set(group.map(({ mention }) => bareWords(mention.core)).filter(isDistinct));
  const names = [...new Set(group.filter(({ mention }) => mention.fullness >= 3).map(({ mention }) => bareWords(mention.name)))];
  return ({ bare, quoted }) => [...cores].some((core) => quoted.has(core)) || names.some((name) => bare.includes(name));
}

/** Two or three characters may be an image that others use too (“头雁”), unless they count something (四步走). */
function isDistinct(core: string): boolean {
  return core.length >= 4 || (core.length === 3 && /[二三四五六七八九十两双]/u.test(core));
}

function withUniqueIds(methods: Method[]): Method[] {
  const uses = new Map<string, number>();
  return methods.map((method) => {
    const use = (uses.get(method.id) ?? 0) + 1;
    uses.set(method.id, use);
    return use === 1 ? method : { ...method, id: `${method.id}-${use}` };
  });
}
