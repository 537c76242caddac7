/** Parts of pages as text. Pages and their frames are Astro components; what stands on them a hundred times is made here. */

/** Markup that is ready: nothing in it is escaped again. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a hole of a template may hold: text, which is escaped, markup, lists of both, and nothing. */
export type Content = string | number | Markup | false | null | undefined | readonly Content[];

/**
 * A template: html`<a href="${address}">${title}</a>`. What a hole holds is escaped as its place needs it: behind `="` as part of
 * an attribute's value, elsewhere as text. Throws where a value is no text and no number: what may be missing is an `attribute`.
 */
export function html(parts: TemplateStringsArray, ...holes: readonly Content[]): Markup {
  const areValues = valueHoles(parts);
  let text = parts[0] ?? '';
  for (let at = 0; at < holes.length; at += 1) {
    text += (areValues[at] ? valueText(holes[at]) : textOf(holes[at])) + parts[at + 1];
  }
  return new Markup(text);
}

/** ` name="value"` with the space before it; nothing without a value. */
export function attribute(name: string, value: string | number | undefined): Markup {
  if (value === undefined) return nothing;
  return new Markup(value === '' ? ` ${name}` : ` ${name}="${escapeValue(String(value))}"`);
}

const nothing = new Markup('');

const known = new WeakMap<TemplateStringsArray, boolean[]>();

/** Which holes of a template stand in values of attributes. */
function valueHoles(parts: TemplateStringsArray): readonly boolean[] {
  const found = known.get(parts) ?? [];
  if (found.length > 0) return found;
  for (const part of parts) found.push(/="[^"]*$/.test(part) || (found.at(-1) === true && !part.includes('"')));
  known.set(parts, found);
  return found;
}

function textOf(content: Content): string {
  if (typeof content === 'string') return escapeText(content);
  if (content instanceof Markup) return content.text;
  if (typeof content === 'number') return String(content);
  let text = '';
  if (content) for (const each of content) text += textOf(each);
  return text;
}

function valueText(content: Content): string {
  if (typeof content === 'string') return escapeValue(content);
  if (typeof content === 'number') return String(content);
  throw new Error('The value of an attribute is a text or a number.');
}

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&#39;', '"': '&quot;' };
const mark = /[&<>'"]/;
const marks = new RegExp(mark, 'g');

function escapeText(text: string): string {
  return mark.test(text) ? text.replace(marks, (each) => references[each] ?? each) : text;
}

function escapeValue(value: string): string {
  return value.includes('&') || value.includes('"') ? value.replaceAll('&', '&amp;').replaceAll('"', '&quot;') : value;
}
