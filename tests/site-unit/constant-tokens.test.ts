import { describe, expect, it } from 'vitest';
import { constantsOf, writeOut } from '../../src/site/constant-tokens.ts';

const tokens = ':root {\n  --ink: #000000;\n  --step: 0.5rem;\n}\n@media (pointer: coarse) {\n  :root {\n    --ink: #ffffff;\n  }\n}\n';

describe('tokens with one value', () => {
  it('are those that nothing declares a second time', () => {
    expect([...constantsOf(tokens)]).toEqual([['--step', '0.5rem']]);
  });

  it.each([
    ['are written out where they are used', 'p { margin: var(--step) calc(2 * var(--step)); }', 'p { margin: 0.5rem calc(2 * 0.5rem); }'],
    ['are no longer declared', ':root { --step: 0.5rem; --ink: #000000; }', ':root {  --ink: #000000; }'],
    ['leave the others alone', 'p { color: var(--ink); width: var(--other); }', 'p { color: var(--ink); width: var(--other); }'],
  ])('%s', (_, css, written) => {
    expect(writeOut(css, constantsOf(tokens))).toBe(written);
  });
});
