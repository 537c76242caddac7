import { HtmlValidate } from 'html-validate';
import { describe, expect, inject, it } from 'vitest';
import { findDanglingLinks } from '../../src/site/finishing/check-links.ts';
import { addressesOf, attributesOf } from '../../src/site/finishing/html.ts';
import { readSiteFile, siteFiles, sitePages } from './built-site.ts';

/** What the standard asks for; rules that only prefer one way of writing over another are off. */
const htmlRules = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // The compiler writes `<!DOCTYPE html>` and leaves white space at ends of lines.
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    // Titles name the case and the site, and titles of articles are long.
    'long-title': 'off',
    // Everything comes from the site's own folder.
    'require-sri': 'off',
  },
});

/** A block of data does not run, and no policy forbids it. */
const inlineElements = /<(?:script(?![^>]*\s(?:src=|type="application\/ld\+json"))|style)[\s>]/;

describe('every page', () => {
  it('has only links and anchors that resolve', () => {
    expect(findDanglingLinks(inject('siteDir'), siteFiles)).toEqual([]);
  });

  // The checker takes some tenths of a second a page.
  it('is valid HTML', { timeout: 300_000 }, async () => {
    const problems: string[] = [];
    for (const path of sitePages) {
      const report = await htmlRules.validateString(readSiteFile(path));
      for (const { messages } of report.results) {
        problems.push(...messages.map(({ ruleId, line, column, message }) => `${path}:${line}:${column} ${ruleId}: ${message}`));
      }
    }
    expect(problems).toEqual([]);
  });

  it('has no script, style or handler in itself', () => {
    const found = sitePages
      .filter((path) => path !== '404.html')
      .flatMap((path) => {
        const html = readSiteFile(path);
        const inline = inlineElements.exec(html);
        const handlers = attributesOf(html).filter(({ name, value }) => /^(?:on|style$)/.test(name) || /^\s*javascript:/i.test(value));
        return [...(inline ? [`${path}: ${inline[0]}`] : []), ...handlers.map(({ tag, name }) => `${path}: ${tag} ${name}`)];
      });
    expect(found).toEqual([]);
  });

  it('names no address from the root of the server, so that the site works in any folder', () => {
    const found = sitePages.flatMap((path) =>
      attributesOf(readSiteFile(path))
        .flatMap((each) => addressesOf(each) ?? [])
        .filter((url) => url.startsWith('/')),
    );
    expect(found).toEqual([]);
  });

  it('says that it is Chinese and has a title of its own', () => {
    const titles = sitePages.map((path) => {
      const html = readSiteFile(path);
      expect(html).toContain('<html lang="zh-CN">');
      return /<title>([^<]+)<\/title>/.exec(html)?.[1];
    });
    expect(titles).not.toContain(undefined);
  });
});
