import { describe, expect, it } from 'vitest';
import { caseJsonLd, jsonLdText, practiceJsonLd } from '../../src/library/json-ld.ts';
import { block, entry, library, place, practice } from './hand-made.ts';

const joint = practice('joint', { name: '跨村联建', aliases: ['联村党建'] });
const datian = entry(
  'datian',
  {
    title: '大田县：联建</script><!--',
    place: place('350425'),
    date: { value: '2020-07-27', time: '07:27', precision: 'day', basis: 'stated' },
    source: { name: '东南网', author: '张三、李四', url: 'https://example.cn/a', photographers: [] },
    blocks: [block('p000001', '跨村联建'), block('p000002', '跨村联建')],
  },
  { joint: { p000001: ['跨村联建'], p000002: ['跨村联建'] } },
);
const bare = library([datian, entry('bare')], [joint]);
const known = { ...bare, settings: { ...bare.settings, address: 'https://dj.example.gov.cn/anli/' } };
const written = (node: Parameters<typeof jsonLdText>[0]): unknown => JSON.parse(jsonLdText(node));

describe('caseJsonLd', () => {
  it('is an article that appeared elsewhere', () => {
    const url = 'https://dj.example.gov.cn/anli/cases/datian.html';
    expect(written(caseJsonLd(known, datian))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Article',
      headline: datian.title,
      datePublished: '2020-07-27T07:27:00+08:00',
      author: [{ name: '张三' }, { name: '李四' }],
      publisher: { '@type': 'Organization', name: '东南网' },
      isBasedOn: 'https://example.cn/a',
      contentLocation: { '@type': 'Place', name: '福建省三明市大田县' },
      keywords: ['跨村联建'],
      url,
    });
  });

  it('leaves out what is not known', () => {
    expect(Object.keys(written(caseJsonLd(bare, entry('bare'))) as object)).toEqual(['@context', '@type', 'headline', 'keywords']);
  });
});

describe('practiceJsonLd', () => {
  it('is a page about a term, with its extracts', () => {
    expect(written(practiceJsonLd(known, joint, '跨村联建是一种做法。'))).toMatchObject({
      '@type': 'WebPage',
      mainEntity: { '@type': 'DefinedTerm', name: '跨村联建', alternateName: ['联村党建'], description: '跨村联建是一种做法。' },
      encoding: [
        { encodingFormat: 'text/markdown', contentUrl: 'https://dj.example.gov.cn/anli/data/practices/joint.md' },
        { encodingFormat: 'text/csv', contentUrl: 'https://dj.example.gov.cn/anli/data/practices/joint.csv' },
      ],
    });
  });

  it('names no address where the site’s own is not known', () => {
    expect(jsonLdText(practiceJsonLd(bare, joint, '')).replace('https://schema.org', '')).not.toContain('http');
  });
});

it('jsonLdText cannot end its element', () => {
  const text = jsonLdText(caseJsonLd(known, datian));
  expect(text).not.toMatch(/[<>&]/);
  expect(JSON.parse(text)).toHaveProperty('headline', datian.title);
});
