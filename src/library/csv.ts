/** Quotation marks and what a spreadsheet might take for a formula: in most cells there is neither. */
const special = /["=+\-@＝＋－＠\t\r]/u;

/** One cell: quoted, quotes doubled; a text that a spreadsheet would take for a formula, in full width too, is made harmless by a leading quote. */
export function csvCell(value: string | number | undefined): string {
  if (typeof value === 'number') return `"${value}"`;
  const text = value ?? '';
  if (!special.test(text)) return `"${text}"`;
  const harmless = /^\s*[=+\-@＝＋－＠\t\r]/u.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** A row of finished cells. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}

/** What a table begins with, so that Excel and WPS open it right. */
export const csvMark = '\uFEFF';

/** A table as Excel and WPS open it right: UTF-8 with a byte order mark, CRLF after every row. */
export function csv(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return `${csvMark}${rows.map((row) => csvRow(row.map(csvCell))).join('')}`;
}
