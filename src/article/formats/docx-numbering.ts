/** Automatic numbers of a Word file (一、 （一） 1.), which stand in no paragraph's text. */

import { attribute, elementsNamed } from './xml.ts';

/** One level of a numbering: how its number looks. */
interface Level {
  format: string;
  /** `%1、` or `（%2）`: %n is the number of level n. */
  text: string;
  start: number;
}

/** numbering.xml: levels by numbering id. */
export type Numberings = ReadonlyMap<string, ReadonlyMap<number, Level>>;

export function readNumberings(numbering: Document | undefined): Numberings {
  if (!numbering) return new Map();
  const abstract = new Map(
    elementsNamed(numbering, 'w:abstractNum').map((element) => [attribute(element, 'w:abstractNumId'), readLevels(element)]),
  );
  return new Map(
    elementsNamed(numbering, 'w:num').map((element) => [
      attribute(element, 'w:numId'),
      abstract.get(attributeOf(element, 'w:abstractNumId')) ?? new Map(),
    ]),
  );
}

function readLevels(abstract: Element): Map<number, Level> {
  return new Map(
    elementsNamed(abstract, 'w:lvl').map((level) => [
      whole(attribute(level, 'w:ilvl'), 0),
      {
        format: attributeOf(level, 'w:numFmt') || 'decimal',
        text: attributeOf(level, 'w:lvlText'),
        start: whole(attributeOf(level, 'w:start'), 1),
      },
    ]),
  );
}

/** A number of at most six digits, as Word writes levels and starts. */
function whole(text: string, otherwise: number): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : otherwise;
}

function attributeOf(parent: Element, name: string): string {
  return attribute(elementsNamed(parent, name)[0], 'w:val');
}

/** The numbering that a paragraph has by itself or by its style. */
export function numberingOf(paragraph: Element, styles: Document | undefined): { id: string; level: number } | undefined {
  const own = elementsNamed(paragraph, 'w:numPr')[0] ?? styleNumbering(attributeOf(paragraph, 'w:pStyle'), styles);
  const id = own ? attributeOf(own, 'w:numId') : '';
  return own && id !== '' && id !== '0' ? { id, level: whole(attributeOf(own, 'w:ilvl'), 0) } : undefined;
}

function styleNumbering(style: string, styles: Document | undefined): Element | undefined {
  if (style === '' || !styles) return undefined;
  const found = elementsNamed(styles, 'w:style').find((element) => attribute(element, 'w:styleId') === style);
  return found ? elementsNamed(found, 'w:numPr')[0] : undefined;
}

/** Counts as Word does: a level goes on where it left off, and starts anew below a higher one. */
export function numberer(numberings: Numberings): (id: string, level: number) => string {
  const counts = new Map<string, number[]>();
  return (id, level) => {
    const levels = numberings.get(id);
    const own = levels?.get(level);
    if (!levels || !own || own.format === 'bullet' || own.format === 'none') return '';
    const counted = counts.get(id) ?? [];
    counted[level] = (counted[level] ?? own.start - 1) + 1;
    counts.set(id, counted.slice(0, level + 1));
    return own.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const above = levels.get(at);
      return above ? formatNumber(counted[at] ?? above.start, above.format) : '';
    });
  };
}

const hanDigits = '〇一二三四五六七八九';

/** Formats that write the first numbers with signs of their own. */
const signs: Readonly<Record<string, string>> = {
  decimalEnclosedCircle: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  decimalEnclosedCircleChinese: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  ideographTraditional: '甲乙丙丁戊己庚辛壬癸',
  ideographZodiac: '子丑寅卯辰巳午未申酉戌亥',
  upperLetter: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  lowerLetter: 'abcdefghijklmnopqrstuvwxyz',
};

/** Beyond what a format can write, the number in digits. */
function formatNumber(number: number, format: string): string {
  if (/^(?:chineseCounting|japaneseCounting|ideographDigital|chineseCountingThousand|taiwaneseCounting)/.test(format))
    return hanNumber(number);
  if (format === 'upperRoman') return romanNumber(number);
  if (format === 'lowerRoman') return romanNumber(number).toLowerCase();
  if (format === 'decimalZero') return String(number).padStart(2, '0');
  return signs[format]?.[number - 1] ?? String(number);
}

/** 1 to 99: 一, 十, 十一, 二十一. */
function hanNumber(number: number): string {
  if (number < 1 || number > 99) return String(number);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : hanDigits[tens]}十`;
  return head + (ones > 0 ? hanDigits[ones] : '');
}

/** 1 to 89. */
function romanNumber(number: number): string {
  if (number < 1 || number > 89) return String(number);
  const tens = ['', 'X', 'XX', 'XXX', 'XL', 'L', 'LX', 'LXX', 'LXXX'];
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
  return `${tens[Math.floor(number / 10)]}${ones[number % 10]}`;
}
