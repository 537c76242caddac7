/** Bars of a page: items side by side of which each alone might be anything. Ordered, named rules. */
import { isOutlet } from './unlabelled.ts';

interface BarRule {
  reason: string;
  test: (line: string) => boolean;
}

/** What a site's menu has and no title of several clauses. */
const siteEntry = /^(?:.{0,2}首页|主页|登录|注册|更多|专栏|资讯|网站地图)$/u;
const entry = /^[\p{Script=Han}A-Za-z\d]{2,6}$/u;
const host = /^[^。，]{2,14}(?:主办|数字报|电子报|电子版)$|^(?:数字报|电子报)$/u;
/** Longest step of a path: the name of a site or a column. */
const longestStep = 12;

export const bars: readonly BarRule[] = [
  {
    reason: '栏目导航',
    test: (line) => {
      const items = line.split(/\s+/u);
      return items.length >= 4 && items.every((item) => entry.test(item)) && items.some((item) => siteEntry.test(item));
    },
  },
  {
    reason: '位置导航',
    test: (line) => {
      const steps = line.split(/\s+\/\s+/u);
      return steps.length >= 3 && steps.every((step) => step.length <= longestStep) && isOutlet(steps[0] ?? '');
    },
  },
  {
    reason: '栏目导航',
    test: (line) => {
      const items = itemsOf(line);
      return items.length >= 3 && items.every((item) => isOutlet(item) || host.test(item));
    },
  },
  {
    reason: '栏目导航',
    test: (line) => {
      const items = itemsOf(line);
      return items.length >= 4 && items.every((item) => /^[\p{Script=Han}A-Za-z]{2,6}$/u.test(item));
    },
  },
];

function itemsOf(line: string): string[] {
  return line.split(/\s*[|｜]\s*/u).filter(Boolean);
}
