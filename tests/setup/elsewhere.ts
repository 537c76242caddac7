/** Two environments in which nothing may come out otherwise: here and now, and far away, more than a year ahead. */
export const here = { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' };

export const elsewhere = {
  TZ: 'America/New_York',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
  NODE_OPTIONS: `--import=${new URL('shifted-clock.mjs', import.meta.url)}`,
};
