import type { TraditionalTable } from './traditional.ts';

/**
 * A function from traditional to simplified text. A text without any certainly traditional character is left alone,
 * so that 乾 in 乾坤 is not read as 干.
 */
export function simplifier(table: TraditionalTable): (text: string) => string {
  const simplified = new Map([...table.from].map((character, i) => [character, table.to.charAt(i)]));
  const certain = new Set(table.from.slice(0, table.certain));
  return (text) => {
    const characters = [...text];
    if (!characters.some((character) => certain.has(character))) return text;
    return characters.map((character) => simplified.get(character) ?? character).join('');
  };
}

const han = /\p{Script=Han}/u;

/** Whether a text holds a Han character outside GB 2312, the characters of everyday simplified text. */
export function mayBeTraditional(text: string): boolean {
  return [...text.normalize('NFKC')].some((character) => han.test(character) && !everydayCharacters().has(character));
}

let everyday: Set<string> | undefined;

/** GB 2312's Han characters stand in the rows B0 to F7 of the encoding that the browser brings. */
function everydayCharacters(): Set<string> {
  if (everyday) return everyday;
  const decoder = new TextDecoder('gbk');
  everyday = new Set();
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) everyday.add(decoder.decode(Uint8Array.of(row, cell)));
  }
  return everyday;
}
