/** Numbers as Chinese articles write them: `1,286`, `１２`, `1.2万`, `三百二十`, `两千`, `百万`. */
import { Characters } from '../text/characters.ts';

const digits = new Map([...'零一二三四五六七八九'].map((char, value) => [char, value]));
digits.set('〇', 0).set('两', 2);
const places = new Map([
  ['十', 1],
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['亿', 8],
]);

/** Arabic digits with or without thousands separators and decimals. */
export const arabicSource = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?`;
/** Numerals written in Han characters, whole numbers only. */
export const hanSource = '[零〇一二两三四五六七八九十百千万亿]+';
/** What multiplies an Arabic number: `5400万`, `3千万`. */
export const scaleSource = '万亿|[十百千]?[万亿]';

const fullWidth = new Characters('[０-９．％]');

/** Same length as the text: full-width digits, points, commas and percent signs in ASCII. Offsets stay. */
export function halfWidth(text: string): string {
  if (!fullWidth.isIn(text)) return text;
  return text.replace(/[０-９．％]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/** Ten to the power of a scale: `万` 4, `千万` 7, `万亿` 12; of the empty string 0. */
export function scalePower(scale: string): number {
  return [...scale].reduce((sum, char) => sum + (places.get(char) ?? 0), 0);
}

/** Exact decimal product of a plain number and a power of ten: 1.2 and 4 give 12000, without binary noise. */
export function timesPowerOfTen(plain: string, power: number): number {
  return Number(`${plain}e${power}`);
}

const arabicNumeral = new RegExp(`^(${arabicSource})(${scaleSource}|[千百])?$`, 'u');

/** Value of a numeral, or undefined where the text is none. */
export function parseNumeral(text: string): number | undefined {
  const plain = halfWidth(text);
  const arabic = arabicNumeral.exec(plain);
  if (arabic) return timesPowerOfTen((arabic[1] ?? '').replaceAll(',', ''), scalePower(arabic[2] ?? ''));
  return parseHan(plain);
}

const hanNumeral = new RegExp(`^${hanSource}$`, 'u');

function parseHan(text: string): number | undefined {
  if (!hanNumeral.test(text)) return undefined;
  if (/^[零〇一二三四五六七八九]{2,}$/u.test(text)) return Number([...text].map((char) => digits.get(char)).join(''));
  return parseLarge(text);
}

function parseLarge(text: string): number | undefined {
  for (const scale of ['亿', '万']) {
    const at = text.lastIndexOf(scale);
    if (at < 0) continue;
    const above = at === 0 ? 1 : parseLarge(text.slice(0, at));
    const below = at + 1 === text.length ? 0 : parseTail(text.slice(at + 1), scalePower(scale));
    if (above === undefined || below === undefined) return undefined;
    return above * 10 ** scalePower(scale) + below;
  }
  return parseBelowTenThousand(text);
}

/** What follows 万 or 亿; a lone digit is short for the next place: 三万五 is 35000. */
function parseTail(text: string, power: number): number | undefined {
  const digit = text.length === 1 ? digits.get(text) : undefined;
  return digit === undefined ? parseLarge(text) : digit * 10 ** (power - 1);
}

function parseBelowTenThousand(text: string): number | undefined {
  let total = 0;
  let pending: number | undefined;
  let lowest = 4;
  for (const char of text) {
    const digit = digits.get(char);
    if (digit !== undefined) {
      if (pending) return undefined;
      pending = digit;
      continue;
    }
    const power = places.get(char) ?? 9;
    if (power >= lowest) return undefined;
    total += (pending || 1) * 10 ** power;
    pending = undefined;
    lowest = power;
  }
  const short = pending !== undefined && lowest > 1 && lowest < 4 && !/[零〇]/u.test(text);
  return total + (pending ?? 0) * (short ? 10 ** (lowest - 1) : 1);
}
