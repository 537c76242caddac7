import { describe, expect, it } from 'vitest';
import { linksOf } from '../../src/site/finishing/check-links.ts';
import { attributesOf } from '../../src/site/finishing/html.ts';
import { numbersOf } from '../../src/site/finishing/link-numbers.ts';
import { relativeLinks } from '../../src/site/finishing/relative-links.ts';
import { movedTargets, movesBetween, targetsAfter, withMovedLinks } from '../../src/site/rendering/moved-links.ts';

/** A page as it is rendered: its links lead to these pages of two lists. */
const rendered = (brands: string, problems: string) =>
  `<p>&lt;a href=&quot;../practices/brands/2.html#350425&quot;&gt;</p><a href="/practices/brands${brands}.html#350425">大田县</a>` +
  `<a class="x" href="/practices/brands${brands}.html#in-350400">三明市</a><a href="/practices/brands.html#compare">对照</a>` +
  `<a href="/problems${problems}.html#unanswered">难题</a><a href="/cases/b.html#p1a2b3c">第1段</a><a href="#p1a2b3c">第1段</a>`;

const path = 'cases/a.html';
const finished = (brands: string, problems: string) => relativeLinks(rendered(brands, problems), path);
const targetsOf = (html: string) => linksOf(attributesOf(html), path).targets;
const lists = (brands: number, problems: number) => ({
  'practices/brands.html': { '350425': brands, 'in-350400': brands },
  'problems.html': { unanswered: problems },
});

describe('a kept page whose links follow the lists', () => {
  it.each([
    ['to a page further on', '/2', '', '/3', '', lists(2, 1), lists(3, 1)],
    ['to the first page', '/2', '/4', '', '', lists(2, 4), lists(1, 1)],
    ['from the first page', '', '', '/12', '/3', lists(1, 1), lists(12, 3)],
  ])('has the bytes of a page that is rendered anew: %s', (_, brands, problems, brandsNow, problemsNow, then, now) => {
    const before = finished(brands, problems);
    const moved = movedTargets(targetsOf(before), movesBetween(then, now)) ?? {};
    const after = withMovedLinks(before, path, moved);
    expect(after).toBe(finished(brandsNow, problemsNow));
    expect(targetsAfter(targetsOf(before), moved)).toEqual(targetsOf(after));
  });

  it('is left alone where none of its anchors has moved', () => {
    const others = { ...lists(2, 1), 'practices/others.html': { '350425': 7 } };
    expect(movedTargets(targetsOf(finished('/2', '')), movesBetween(lists(2, 1), lists(2, 1)))).toBeUndefined();
    expect(
      movedTargets(
        targetsOf(finished('/2', '')),
        movesBetween({ ...others, ...lists(2, 1) }, { ...others, 'practices/others.html': { '350425': 8 } }),
      ),
    ).toBeUndefined();
  });

  it('is left alone where a list no longer knows the anchor', () => {
    expect(movedTargets(targetsOf(finished('/2', '')), movesBetween(lists(2, 1), { 'practices/brands.html': {} }))).toBeUndefined();
  });

  it('is refused where it does not have the link that is to be changed', () => {
    expect(() => withMovedLinks('<a href="b.html">', path, { 'practices/a/2.html#x': 'practices/a.html#x' })).toThrow(path);
  });

  it('knows a practice whose name is a number from a page', () => {
    const moves = movesBetween({ 'practices/2024.html': { '350425': 1 } }, { 'practices/2024.html': { '350425': 3 } });
    const targets = numbersOf(['practices/2024.html#350425', 'practices/2024/3.html#350425']);
    expect(movedTargets(targets, moves)).toEqual({ 'practices/2024.html#350425': 'practices/2024/3.html#350425' });
  });
});
