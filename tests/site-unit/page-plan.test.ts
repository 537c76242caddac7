import { describe, expect, it } from 'vitest';
import { closePlan, openPlan, type PageKeys, pagesToRender } from '../../src/site/rendering/page-plan.ts';

const page = (file: string, shown: string | undefined, ground?: string) => ({ file, ground, shown: () => shown });
type Page = ReturnType<typeof page>;

/** One build of one route: the files that are to be rendered, and what they are known by. */
function build(kept: PageKeys, pages: readonly Page[], common = 'the code'): { rendered: string[]; keys: PageKeys } {
  openPlan({ common, kept });
  const rendered = pagesToRender({ route: 'cases/[id].html', pages }).map(({ file }) => file);
  return { rendered, keys: closePlan().keys };
}

describe('the pages of a route', () => {
  it('are rendered where what they show has changed, and where that cannot be told', () => {
    const first = build({}, [page('a.html', 'one'), page('b.html', 'one'), page('c.html', undefined)]);
    expect(first.rendered).toEqual(['a.html', 'b.html', 'c.html']);
    const second = build(first.keys, [page('a.html', 'one'), page('b.html', 'two'), page('c.html', undefined)]);
    expect(second.rendered).toEqual(['b.html', 'c.html']);
    expect(second.keys['a.html']).toEqual(first.keys['a.html']);
    expect(Object.keys(second.keys)).toEqual(['a.html', 'b.html']);
  });

  it('are all rendered where what every page depends on has changed', () => {
    const { keys } = build({}, [page('a.html', 'one')]);
    expect(build(keys, [page('a.html', 'one')], 'other code').rendered).toEqual(['a.html']);
  });

  it('are not asked what they show where all that it follows from is the same', () => {
    const { keys } = build({}, [page('a.html', 'one', 'ground')]);
    const silent = { ...page('a.html', 'one', 'ground'), shown: () => expect.fail('asked') };
    const second = build(keys, [silent]);
    expect(second).toEqual({ rendered: [], keys });
    expect(build(second.keys, [page('a.html', 'two', 'another')]).rendered).toEqual(['a.html']);
    const same = build(second.keys, [page('a.html', 'one', 'another')]);
    expect(same.rendered).toEqual([]);
    expect(same.keys['a.html']).toEqual({ key: keys['a.html']?.key, ground: 'another' });
  });

  it('are refused where two routes claim one file', () => {
    openPlan({ common: '', kept: {} });
    pagesToRender({ route: 'a', pages: [page('a.html', 'one')] });
    pagesToRender({ route: 'b', pages: [page('a.html', 'one')] });
    expect(() => closePlan()).toThrow('a.html');
  });

  it('are all rendered where no build has laid a plan', () => {
    expect(pagesToRender({ route: 'a', pages: [page('a.html', 'one')] })).toHaveLength(1);
  });
});
