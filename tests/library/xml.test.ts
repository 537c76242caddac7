import { describe, expect, it } from 'vitest';
import { xmlElement, xmlText } from '../../src/library/xml.ts';

describe('xmlText', () => {
  it.each([
    ['“联建”<b>&"', '“联建”&#60;b&#62;&#38;&#34;'],
    ['一\u0000二\u0008三\uffff', '一二三'],
    ['𠮷\ud800', '𠮷\ufffd'],
    ['一\t二\n三', '一\t二\n三'],
  ])('%j', (text, written) => {
    expect(xmlText(text)).toBe(written);
  });
});

describe('xmlElement', () => {
  it.each([
    [xmlElement('name', '张三'), '<name>张三</name>'],
    [xmlElement('link', undefined, { rel: 'self', href: 'a?b&c' }), '<link rel="self" href="a?b&#38;c"/>'],
    [xmlElement('link', undefined, { rel: undefined }), ''],
    [xmlElement('rights', undefined), ''],
  ])('%s', (written, expected) => {
    expect(written).toBe(expected);
  });
});
