/** What a share is a share of. */
import { nameBefore } from './name-before.ts';
import type { Passage, Words } from './named.ts';
import { completeThreshold } from './thresholds.ts';

const ofWhole = /^(.*?)占(?!比|地|用|据)((?!比).{0,16}?)的?(?:比例?|比重)?(?:已|均)?(?:达到?|为|的)?(?:了)?$/u;
const proportion = /(?:总?占比|比重)(?:已|均)?(?:达到?|为)?$/u;
const longestStatement = 24;

/** 占总村数的40.6%: of whom, and of what. Undefined where the words before say no 占. */
export function shareOf({ lead, near, quantity }: Words, at: Passage): string | undefined {
  const [, whose, whole = ''] = ofWhole.exec(lead) ?? (proportion.test(lead) ? ['', lead.replace(proportion, ''), ''] : []);
  if (whose === undefined) return undefined;
  const own = nameBefore(whose, at.owners).name;
  const name = own ? completeThreshold(own, quantity, at, near?.subject) : (near?.subject ?? '');
  return name ? `${name}占${whole || '比'}` : undefined;
}

/** 村主干100%“一肩挑” and 80%以上乡镇建有平台 say what the share is of behind it. */
export function shareSubject({ quantity, before, rest, lead }: Words, at: Passage): string {
  const quotation = /^“[^”]*”/u.exec(rest)?.[0];
  const covered = /^的?(全?覆盖)/u.exec(rest)?.[1];
  const where = covered ? /(?:^|.*[在、])([^在、]{1,12})实现了?$/u.exec(lead)?.[1] : undefined;
  if (where) return where + covered;
  const provided = /(?:提供|贡献|生产|创造|承担|供应|满足)$/u.test(before.name) && /^的\p{Script=Han}/u.test(rest);
  const continued = /^的\p{Script=Han}{1,8}[和及、与]$/u.test(lead) && /^的\p{Script=Han}/u.test(rest);
  if (before.name && !provided && !continued) return quotation ? before.name + quotation : completeThreshold(before.name, quantity, at);
  return before.growth
    ? ''
    : rest
        .replace(/^的/u, '')
        .replace(/[、和与及]+$/u, '')
        .slice(0, longestStatement);
}
