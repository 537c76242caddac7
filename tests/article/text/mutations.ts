/** What can happen to an article between its page and the folder. */
import fc from 'fast-check';

/** A change of a text's bytes; `at` and `other` say where and with what. */
interface Mutation {
  name: string;
  apply: (bytes: Buffer, at: number, other: Buffer) => Buffer;
}

const ofText = (name: string, apply: (text: string, at: number, other: string) => string): Mutation => ({
  name,
  apply: (bytes, at, other) => Buffer.from(apply(bytes.toString('utf8'), at, other.toString('utf8'))),
});

/** A number from 0 up to the limit, told from `at` in [0, 1). */
const within = (at: number, limit: number): number => Math.floor(at * limit);

/** Puts something in front of every mark whose turn it is. */
const every = (text: string, mark: string, at: number, put: string): string => {
  const step = 1 + within(at, 7);
  let count = 0;
  return text.replaceAll(mark, () => {
    count += 1;
    return count % step === 0 ? put + mark : mark;
  });
};

export const mutations: readonly Mutation[] = [
  { name: 'truncated, in mid-character too', apply: (bytes, at) => bytes.subarray(0, 1 + within(at, bytes.length)) },
  { name: 'without its beginning', apply: (bytes, at) => bytes.subarray(within(at, bytes.length - 1)) },
  ofText('shuffled lines', (text, at) => {
    const lines = text.split('\n');
    const turn = within(at, lines.length);
    return lines.map((_, i) => lines[(i * 7 + turn) % lines.length] ?? '').join('\n');
  }),
  ofText('joined into one line', (text) => text.replaceAll(/\n+/gu, ' ')),
  ofText('joined without a space', (text) => text.replaceAll(/\n+/gu, '')),
  ofText('broken into short lines', (text, at) => text.replaceAll(new RegExp(`(.{${12 + within(at, 40)}})`, 'gu'), '$1\n')),
  ofText(
    'laced with HTML',
    (text) => `<div class="a"><p>${text.split('\n').join('</p>\n<p onclick="x()">')}</p><script>alert(1)</script></div>`,
  ),
  ofText('with null bytes', (text, at) => every(text, '。', at, '\u0000')),
  ofText('with marks of direction', (text, at) => every(text, '，', at, '\u202e\u200f')),
  ofText('with zero-width spaces', (text, at) => every(text, '党', at, '\u200b')),
  ofText('with references of HTML', (text, at) => every(text, '，', at, '&nbsp;&amp;nbsp;&emsp;&ldquo;&#160;&nbsp')),
  ofText('with emoji', (text, at) => every(text, '。', at, '👩‍🌾🚩')),
  ofText('with unpaired brackets', (text, at) => every(text, '，', at, '（“【')),
  ofText('with half of another article behind it', (text, at, other) => `${text}\n${other.slice(0, within(at, other.length))}`),
  ofText('with the line breaks of Windows', (text) => text.replaceAll('\n', '\r\n')),
  ofText('with wide indents', (text) => text.replaceAll('\n', '\n　　')),
  { name: 'in UTF-16', apply: (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le') },
];

/** One to three mutations of one of the articles. */
export function mutatedArticle(articles: readonly Buffer[]): fc.Arbitrary<Buffer> {
  const article = fc.constantFrom(...articles);
  const step = fc.record({ mutation: fc.constantFrom(...mutations), at: fc.double({ min: 0, max: 0.999, noNaN: true }), other: article });
  return fc
    .tuple(article, fc.array(step, { minLength: 1, maxLength: 3 }))
    .map(([bytes, steps]) => steps.reduce((changed, { mutation, at, other }) => mutation.apply(changed, at, other), bytes));
}
