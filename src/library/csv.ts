/** One cell: quoted, quotes doubled; a text that a spreadsheet would take for a formula, in full width too, is made harmless by a leading quote. */
export function csvCell(value: string | number | undefined): string {
  if (typeof value === 'number') return `"${value}"`;
  const text = value ?? '';
  const harmless = /^\s*[=+\-@＝＋－＠\t\r]/u.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** A table as Excel and WPS open it right: UTF-8 with a byte order mark, CRLF after every row. */
export function csv(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}
