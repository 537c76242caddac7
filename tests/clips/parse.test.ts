import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clip, TakenClip } from '../../src/clips/model/clip.ts';
import { readFolder, writeFolder } from '../../src/clips/model/parse.ts';
import { added, clip, folder } from './sample.ts';

const withdrawn: Clip = { kind: 'withdrawn', id: 'gone#p1a2b3c', note: '问清楚再用', added };
const full = folder([clip(), withdrawn, clip({ block: 'p000002', figure: 'p000002-1' }, { note: '待核' })], {
  title: '联建摘编',
  sources: 'numbered',
});

const envelope = (clips: unknown, more = {}) => JSON.stringify({ format: 'casebook-clips', version: 1, clips, ...more });

describe('readFolder', () => {
  it('reads what was written', () => {
    expect(readFolder(writeFolder(full))).toEqual({ folder: full });
  });

  it.each([
    ['', 'not-json'],
    ['{"format":"casebook-clips","version":1,"clips":[', 'not-json'],
    ['[]', 'not-clips'],
    ['null', 'not-clips'],
    ['{"clips":[]}', 'not-clips'],
    [envelope({}), 'not-clips'],
    [envelope([], { version: '1' }), 'not-clips'],
    [envelope([], { version: 2 }), 'newer'],
    [envelope([{}]), 'partly'],
  ])('names what is wrong with %s', (text, kind) => {
    const { folder: read, problem } = readFolder(text);
    expect(problem?.kind).toBe(kind);
    expect(read.clips).toEqual([]);
  });

  it.each<[string, Partial<Record<keyof TakenClip, unknown>>]>([
    ['no words', { words: '' }],
    ['words that are no text', { words: { toString: 1 } }],
    ['an id that is no case and block', { id: 'datian' }],
    ['an address for an id', { id: 'javascript:alert(1)#p000001' }],
    ['a path in its id', { id: '../datian#p000001' }],
    ['a block that is none', { block: '"><script>' }],
    ['another kind', { kind: 'other' }],
    ['no title', { title: 7 }],
  ])('leaves out a clip with %s and keeps the others', (_, change) => {
    const other = clip({ block: 'p000002' });
    const read = readFolder(envelope([{ ...clip(), ...change }, other]));
    expect(read.problem).toEqual({ kind: 'partly', unread: 1 });
    expect(read.folder.clips).toEqual([other]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'https://a.example/"onclick=x', ' https://a.example', 'file:///etc/passwd'])(
    'makes no link of %s',
    (link) => {
      const [read] = readFolder(envelope([{ ...clip(), link }])).folder.clips;
      expect((read as TakenClip).link).toBe('');
    },
  );

  it('keeps one of two equal clips', () => {
    expect(readFolder(envelope([clip(), { ...clip(), words: '别的' }])).folder.clips).toEqual([clip()]);
  });

  it('gives a folder or a reason for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((value) => envelope([value])),
        ),
        (text) => {
          const { folder: read, problem } = readFolder(text);
          expect(read.clips.length > 0 || problem !== undefined || JSON.parse(text).clips.length === 0).toBe(true);
        },
      ),
    );
  });

  it('gives only clips that it reads again, whatever a field holds', () => {
    const field = fc.constantFrom(...(Object.keys(clip()) as (keyof TakenClip)[]), '__proto__', 'extra');
    fc.assert(
      fc.property(fc.array(fc.tuple(field, fc.jsonValue()), { maxLength: 4 }), (changes) => {
        const { folder: read } = readFolder(envelope([{ ...clip(), ...Object.fromEntries(changes) }]));
        expect(readFolder(writeFolder(read))).toEqual({ folder: read });
      }),
    );
  });

  it('keeps any words exactly', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), fc.string({ unit: 'binary' }), (words, note) => {
        const [read] = readFolder(writeFolder(folder([clip({ block: 'p000001' }, { words, note })]))).folder.clips;
        expect(read).toEqual(clip({ block: 'p000001' }, { words, note }));
      }),
    );
  });
});
