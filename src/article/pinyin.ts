import { pinyin } from 'pinyin-pro';
import { remembered } from './text/remembered.ts';

const foreign = /[^\u0020-\u007e]/u;

/**
 * ASCII id of a Chinese name: `“四联四促”跨村联建工作法` gives `si-lian-si-cu-kua-cun-lian-jian-gong-zuo-fa`.
 * Latin letters and digits stay, lower case; everything else separates. Empty where nothing remains.
 */
export const pinyinId: (text: string) => string = remembered((text) => {
  const plain = text.normalize('NFKC');
  return (foreign.test(plain) ? pinyin(plain, { toneType: 'none', nonZh: 'consecutive', v: true, separator: '-' }) : plain)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
});
