import { describe, expect, it } from 'vitest';
import { csv, csvCell } from '../../src/library/csv.ts';

describe('csvCell', () => {
  it.each([
    ['联村党组织', '"联村党组织"'],
    ['说“好”和"好"', '"说“好”和""好"""'],
    ['=1+1', `"'=1+1"`],
    ['+86', `"'+86"`],
    ['-2', `"'-2"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    [' =1', `"' =1"`],
    ['＝HYPERLINK(“x”)', `"'＝HYPERLINK(“x”)"`],
    ['－2', `"'－2"`],
    ['\u3000=1', `"'\u3000=1"`],
    [-2.5, '"-2.5"'],
    [undefined, '""'],
  ])('%j', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});

it('begins with a byte order mark and ends every row with CRLF', () => {
  expect(csv([['案例'], ['一\n二']])).toBe('\uFEFF"案例"\r\n"一\n二"\r\n');
});
