import { expect, it } from 'vitest';
import { textStream } from '../../src/site/text-stream.ts';

const long = '跨村联建，𠮷祥。'.repeat(100_000);

it.each<[string, string[]]>([
  ['nothing', []],
  ['an empty text', ['']],
  ['a few words', ['联村', '', '党委\r\n']],
  ['a piece that is longer than what is made at a time', [long]],
  ['many long pieces', [long.slice(0, 300_001), long.slice(300_001, 650_000), long, 'x']],
])('gives the same text in UTF-8: %s', async (_, pieces) => {
  expect(await new Response(textStream(pieces)).text()).toBe(pieces.join(''));
});

it('asks for no more than is read', async () => {
  let asked = 0;
  const pieces = function* () {
    for (; asked < 100; asked += 1) yield long;
  };
  const reader = textStream(pieces()).getReader();
  await reader.read();
  expect(asked).toBeLessThan(5);
});
