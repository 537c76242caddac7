import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openRowForms } from '../../src/search/build/row-forms.ts';
import { indexForms, readUnits } from '../../src/search/tokens.ts';
import { seedCases } from './small-library.ts';

/** The forms that are read from each of these texts, one after the other. */
function formsOf(texts: readonly string[]): string[][] {
  const rows = openRowForms();
  return texts.map((text) => [...rows.read(text), rows.rowEnd].map((number) => rows.forms[number] ?? ''));
}

const unitByUnit = (texts: readonly string[]) => texts.map((text) => indexForms(readUnits(text)));

describe('the forms of a row are those of its units', () => {
  it.each([
    ['', '，。'],
    ['抓党建促振兴，推行“四联四促”。', '2.8万元，1,000户，2020.07.27'],
    ['（APP）党员e家B2B', "e家 don't stop"],
    // An accent, and a Cyrillic one that is also a letter, at the beginning and after a character.
    ['\u0301党\u0301建é', '\u0487党\u0487建\u0487и'],
    ['党\ufe00建', '\ufe00党', '𠮷〇㍿\ud842'],
    ['42', '党42', '党42', '党1,000', '1,000'],
  ])('in %j', (...texts) => {
    expect(formsOf(texts)).toEqual(unitByUnit(texts));
  });

  it('in the articles of this repository', () => {
    const texts = seedCases().flatMap(({ title, blocks }) => [title, ...blocks.map(({ text }) => text)]);
    expect(formsOf(texts)).toEqual(unitByUnit(texts));
  });

  it('in any text', () => {
    const text = fc.array(
      fc.oneof(
        fc.constantFrom(...'党建村0123,.，。、 \u0301\u0487\ufe00éйﷺ①Ａ', '𠮷', '\ud842', '1,000', '2.8', 'App'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), (pieces) => {
        const texts = pieces.map((each) => each.join(''));
        expect(formsOf(texts)).toEqual(unitByUnit(texts));
      }),
      { numRuns: 2000 },
    );
  });
});
