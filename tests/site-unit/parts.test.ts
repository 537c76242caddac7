import { describe, expect, it } from 'vitest';
import { Markup } from '../../src/markup/html.ts';
import { finishFile } from '../../src/site/finishing/finish-page.ts';
import { sumOf } from '../../src/site/output/file-sums.ts';
import { part, takingParts, withParts } from '../../src/site/rendering/parts.ts';

const request = () => new Request('https://example.org/a.html');

describe('parts of a page', () => {
  it('stand where they were taken, in whatever order the page asked for them', () => {
    const parts: string[] = [];
    const taking = takingParts(request(), parts);
    const [second, first] = ['<p>$& 二</p>', '<p>一</p>'].map((text) => part(taking, new Markup(text)));
    expect(parts).toEqual(['<p>$& 二</p>', '<p>一</p>']);
    expect(withParts(`<main>${first}<hr>${second}</main>`, parts)).toBe('<main><p>一</p><hr><p>$& 二</p></main>');
  });

  it('are the page itself where nobody takes them', () => {
    expect(part(request(), new Markup('<p>一</p>'))).toBe('<p>一</p>');
  });

  it('a page without parts is not looked at', () => {
    expect(withParts('<!--casebook part 0-->', [])).toBe('<!--casebook part 0-->');
  });

  it('may be a whole file, whose first character may be a byte order mark', () => {
    const parts: string[] = [];
    const response = part(takingParts(request(), parts), { text: '\uFEFF"做法"\r\n' });
    const { content, facts } = finishFile(new TextEncoder().encode(response), parts, 'data/practices/a.csv');
    expect(Buffer.from(content).toString()).toBe('\uFEFF"做法"\r\n');
    expect(facts.sum).toBe(sumOf('\uFEFF"做法"\r\n'));
  });

  const marks = (count: number) => {
    const parts: string[] = [];
    const taking = takingParts(request(), parts);
    return { parts, marks: Array.from({ length: count }, (_, at) => part(taking, new Markup(`${at}`))) };
  };

  it('a part that stands nowhere, twice or is of another page is a fault', () => {
    const { parts, marks: own } = marks(2);
    expect(() => withParts(`${own[1]}`, parts)).toThrow('Parts without a place in their page: 0.');
    expect(() => withParts(`${own[0]}${own[1]}${own[1]}`, parts)).toThrow('A page has no part 1, or has it twice.');
    expect(() => withParts(`${own.join('')}${marks(3).marks[2]}`, parts)).toThrow('A page has no part 2, or has it twice.');
  });
});
