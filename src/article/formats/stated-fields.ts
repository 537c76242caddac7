/** What the front matter of an article in Markdown states. */
import { parse } from 'yaml';
import type { Manuscript } from '../manuscript.ts';
import { isWebAddress } from '../schema.ts';
import { readIsoDate } from '../text/dates.ts';

/** Title, date, source, author, editor, url; other fields say nothing to us. Undefined where it is no YAML. */
export function statedBy(yaml: string): Manuscript['stated'] | undefined {
  const fields = parseFields(yaml);
  if (!fields) return undefined;
  const text = (name: string) => (['string', 'number'].includes(typeof fields[name]) ? String(fields[name]) : undefined);
  const date = readIsoDate(text('date')?.slice(0, 10) ?? '');
  const given = { title: text('title'), name: text('source'), author: text('author'), editor: text('editor'), url: text('url') };
  return {
    ...Object.fromEntries(Object.entries(given).filter(([name, value]) => value && (name !== 'url' || isWebAddress(value)))),
    ...(date && date.precision !== 'year' ? { date: date.value, precision: date.precision } : {}),
  };
}

function parseFields(yaml: string): Record<string, unknown> | undefined {
  try {
    const fields: unknown = parse(yaml, { maxAliasCount: 20 });
    return typeof fields === 'object' && fields !== null ? (fields as Record<string, unknown>) : {};
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
