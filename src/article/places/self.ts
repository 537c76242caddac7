/** How an article refers to its own place without naming it: 全县, 我市, 区委. */
import type { Passage, Settled } from './sightings.ts';

/** Counts self-references in the way of a place of that name: 1 for 全县, a half for 县委. */
export type SelfReferences = (name: string) => number;

interface References {
  /** The end of a name of such a place. */
  kind: RegExp;
  own: RegExp;
  committee: RegExp;
}

const references: readonly References[] = [
  { kind: /县$/u, own: /[全我本]县(?!级)/gu, committee: /县委/gu },
  { kind: /市$/u, own: /[全我本]市(?!场|级)/gu, committee: /(?<!城)市(?:委|直)/gu },
  {
    kind: /区$/u,
    own: /[全我本]区(?!域|级)/gu,
    committee: /(?:(?<![社园片校景辖小地城街山库矿灾])区委(?!会)|自治区党委)/gu,
  },
  { kind: /省$/u, own: /[全我本]省(?!级)/gu, committee: /省(?:委|直)/gu },
  { kind: /州$/u, own: /[全我本]州/gu, committee: /州(?:委|直)/gu },
  { kind: /旗$/u, own: /[全我本]旗/gu, committee: /旗委/gu },
  { kind: /盟$/u, own: /[全我本]盟/gu, committee: /盟委/gu },
  { kind: /地区$/u, own: /全地区/gu, committee: /地委/gu },
];

export function selfReferences(passages: readonly Passage[], settled: readonly Settled[]): SelfReferences {
  const names = Map.groupBy(settled, ({ passage }) => passage.id);
  const text = passages.map((passage) => withoutNames(passage, names.get(passage.id) ?? [])).join('\n');
  const counts = new Map<References, number>();
  return (name) => {
    const asked = references.findLast(({ kind }) => kind.test(name));
    if (!asked) return 0;
    const count = counts.get(asked) ?? matches(text, asked.own) + matches(text, asked.committee) / 2;
    counts.set(asked, count);
    return count;
  };
}

function matches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** 浠水县委 is not the article's own 县委. */
function withoutNames({ text }: Passage, names: readonly Settled[]): string {
  let at = 0;
  let rest = '';
  for (const { start, end } of names) {
    rest += `${text.slice(at, start)}　`;
    at = end;
  }
  return rest + text.slice(at);
}
