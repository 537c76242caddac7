import { expect, it } from 'vitest';
import { methodsInOrder } from '../../src/library/methods.ts';
import { block, entry, library, place, practice } from './hand-made.ts';

const name = '“人才回引”工程';
const using = (id: string, code: string, consists?: string[]) =>
  entry(
    id,
    {
      place: place(code),
      blocks: [block('p000001', `实施${name}。打造品牌。`)],
      methods: [{ id: 'ren-cai-hui-yin-gong-cheng', name, consists, passages: ['p000001'] }],
    },
    { talent: { p000001: ['人才回引'] }, brands: { p000001: ['品牌'] } },
  );

it('one method of several cases is one entry, with what any of them says of it', () => {
  const [method, ...others] = methodsInOrder(
    library([using('datian', '350425'), using('yongan', '350481', ['对接', '激励'])], [practice('talent'), practice('brands')]),
  );
  expect(others).toEqual([]);
  expect(method).toMatchObject({ id: 'ren-cai-hui-yin-gong-cheng', name, consists: ['对接', '激励'], practices: ['talent'] });
  expect(method?.uses.map(({ entry: { id }, spots }) => [id, spots.map(({ anchor }) => anchor)])).toEqual([
    ['datian', ['350425']],
    ['yongan', ['350481']],
  ]);
});
