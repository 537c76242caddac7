import { describe, expect, it } from 'vitest';
import { groups, guides, practices } from './taxonomy-files.ts';

const han = (text: string) => text.match(/\p{Script=Han}/gu)?.length ?? 0;

describe('the published taxonomy', () => {
  it('has the practices and groups that every score uses', () => {
    expect(groups.map(({ name }) => name)).toEqual(['组织建设', '队伍建设', '集体经济', '基层治理', '重点领域', '责任保障']);
    expect(practices.length).toBeGreaterThanOrEqual(42);
    expect(practices.slice(0, 3).map(({ id, name }) => `${id} ${name}`)).toEqual([
      'cross-village-joint-building 跨村联建',
      'party-building-alliance 党建联盟',
      'village-enterprise-partnership 村企共建',
    ]);
  });

  it.each(guides)('$id', ({ id, english, group, related, aliases, name, body }) => {
    expect(english).toBe(id.replaceAll('-', ' '));
    expect(groups.map((known) => known.id)).toContain(group);
    expect(related.filter((other) => other === id || !guides.some((guide) => guide.id === other))).toEqual([]);
    expect(aliases).not.toContain(name);
    expect(han(body)).toBeGreaterThanOrEqual(120);
    expect(han(body)).toBeLessThanOrEqual(250);
    // The first sentence stands alone in lists.
    expect(body).toMatch(/^[^。\n]{15,110}。/u);
    expect(body).not.toMatch(/[<{]/u);
  });
});
