import { describe, expect, it } from 'vitest';
import { blockId, blockIds } from '../../src/article/block-ids.ts';

describe('the anchor of a block', () => {
  it('is the first letter of its kind and six digits of the hash of its text', () => {
    expect(blockId('heading', '强化政治建设 “铸魂”与“造形”一体推进')).toBe('hd9970e');
    expect(blockId('caption', '三明市大田县茶产业党员实训基地。')).toBe('c52b802');
  });

  it('counts blocks of the same words', () => {
    const idOf = blockIds();
    expect([idOf('paragraph', '……'), idOf('paragraph', '……'), idOf('heading', '……')]).toEqual(['pa7f878', 'pa7f878-2', 'ha7f878']);
  });
});
