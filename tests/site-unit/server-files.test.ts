import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cachingOf, fileTypes, refuseUnknownTypes } from '../../src/site/output/file-types.ts';
import { writeServerFiles } from '../../src/site/servers/server-files.ts';
import { temporaryFolder } from '../setup/folder.ts';
import { iisFaults } from './iis-faults.ts';

const files = {
  'index.html': '首页',
  '404.html': '<style>h1{color:red}</style>',
  '_astro/a.BXmSF83K.js': '',
  'search/0123456789ab/index/a.pf_index': '',
  'search/entry.json': '',
  'cases/pictures/a.png': '',
};

function written(address?: string): Record<string, string> {
  const folder = temporaryFolder(files);
  writeServerFiles(folder, Object.keys(files), address);
  const names = ['web.config', '.htaccess', 'server/nginx.conf.txt', 'server/Caddyfile.txt'];
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

describe('every server is told', () => {
  const all = Object.entries(written('https://dj.example.gov.cn/anli/'));

  it.each(all)('in %s what the site holds, and nothing of what it does not', (_name, text) => {
    for (const mime of ['text/html', 'text/javascript', 'application/json', 'application/octet-stream', 'image/png']) {
      expect(text).toContain(mime);
    }
    for (const mime of ['image/gif', 'application/pdf']) expect(text).not.toContain(mime);
  });

  it.each(all)('in %s the policy, with the hash of the style in 404.html', (_name, text) => {
    expect(text.replaceAll('&#34;', '"')).toContain("style-src 'self' 'sha256-");
    for (const words of ["default-src 'none'", "frame-ancestors 'none'", 'nosniff']) expect(text).toContain(words);
  });

  it.each(all)('in %s where 404.html stands, from the address of the site', (_name, text) => {
    expect(text).toMatch(/\/anli\/404\.html|anli\\404\.html|@site path "\/anli\/\*"/);
  });

  it.each(Object.entries(written()))('in %s the root of the server where the site has no address', (_name, text) => {
    expect(text).toMatch(/"\/404\.html"|ErrorDocument 404 \/404\.html|path="404\.html"|rewrite \* \/404\.html/);
  });

  it('a path in Chinese as it is on the disk, not as it is in an address', () => {
    expect(written('https://dj.example.gov.cn/%E6%A1%88%E4%BE%8B/')['web.config']).toContain('path="案例\\404.html"');
  });

  it.each(['https://a.cn/a%22b/', 'https://a.cn/a$b/', 'https://a.cn/%0aheader/', "https://a.cn/a'b/", 'https://a.cn/{a}/'])(
    'nothing of %s, which would end a value in its file',
    (address) => {
      expect(() => written(address)).toThrow('content/site.yaml：address 的路径');
    },
  );
});

describe('web.config keeps the rules of IIS', () => {
  it.each(['https://dj.example.gov.cn/anli/', undefined])('for a site at %s', (address) => {
    expect(iisFaults(written(address)['web.config'] ?? '')).toEqual([]);
  });

  it('for every type of the table', () => {
    const paths = fileTypes.map(({ extension }) => (extension ? `a.${extension}` : 'SHA256SUMS'));
    const folder = temporaryFolder({ '404.html': '' });
    writeServerFiles(folder, paths, undefined);
    const text = readFileSync(join(folder, 'web.config'), 'utf8');
    expect(iisFaults(text)).toEqual([]);
    for (const { extension } of fileTypes) expect(text).toContain(`<mimeMap fileExtension=".${extension}"`);
  });

  const broken: [how: string, change: (text: string) => string, fault: string][] = [
    [
      'a type that is not removed before',
      (text) => text.replace('<remove fileExtension=".json" />', ''),
      '<mimeMap> .json may be there already',
    ],
    [
      'a header that is not removed before',
      (text) => text.replace('<remove name="X-Frame-Options" />', ''),
      'x-frame-options may be there',
    ],
    [
      'a type that stands twice',
      (text) => text.replace('</staticContent>', '<mimeMap fileExtension=".JS" mimeType="a/b" /></staticContent>'),
      '.js may be',
    ],
    ['an attribute of another name', (text) => text.replace('mimeType=', 'type='), '<mimeMap> lacks mimeType'],
    ['a value that is none', (text) => text.replace('"DisableCache"', '"Never"'), 'cacheControlMode="Never"'],
    ['a section that servers keep to themselves', (text) => text.replace('<staticContent>', '<handlers /><staticContent>'), '<handlers>'],
    [
      'an attribute that servers lock',
      (text) => text.replace('errorMode=', 'defaultPath="404.html" errorMode='),
      '<httpErrors> has defaultPath',
    ],
    ['an element in the wrong place', (text) => text.replace('<files>', '<mimeMap /><files>'), '<mimeMap> in <defaultDocument>'],
  ];

  it.each(broken)('and the check sees %s', (_how, change, fault) => {
    const text = written()['web.config'] ?? '';
    expect(change(text)).not.toBe(text);
    expect(iisFaults(change(text)).join('\n')).toContain(fault);
  });
});

describe('a build refuses', () => {
  it.each(['public.HTML', 'font.woff2', 'notes', 'a.b/c', 'video.mp4'])('%s, of which no server could be told what it is', (file) => {
    expect(() => refuseUnknownTypes(['index.html', file])).toThrow(`没有发布：\n  ${file}`);
  });

  it('nothing that it makes itself', () => {
    refuseUnknownTypes([...Object.keys(files), 'web.config', '.htaccess', 'SHA256SUMS', 'data/practices/a.md', 'feeds/cases.xml']);
  });
});

it.each([
  ['index.html', 'fresh'],
  ['search/entry.json', 'fresh'],
  ['search/0123456789ab/catalogue.json', 'lasting'],
  ['_astro/start-DgVAQTop.js', 'lasting'],
  ['cases/pictures/0123456789abcdef.png', 'lasting'],
  ['cases/index.html', 'fresh'],
  ['data/cases.json', 'fresh'],
])('%s is %s', (path, caching) => {
  expect(cachingOf(path)).toBe(caching);
});
