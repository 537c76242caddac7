import { notFoundPage } from '../finishing/policy.ts';
import { caching, lastingFiles } from '../output/file-types.ts';
import { diskPlaceholder } from './disk-placeholder.ts';
import { endingsByType, type ServerSite } from './server-site.ts';

/** nginx adds charset and compression to pages by itself and warns where they are named again. */
const byItself = 'text/html';

/** A `location` for a `server { }` of nginx. */
export function nginxSnippet({ base, types, headers }: ServerSite): string {
  const mimes = (chosen: typeof types) => [...new Set(chosen.map(({ mime }) => mime))].filter((mime) => mime !== byItself).join(' ');
  const lines = [
    'index index.html;',
    `error_page 404 "${base}${notFoundPage}";`,
    'absolute_redirect off;',
    'types {',
    ...endingsByType(types)
      .filter(([, extensions]) => extensions.length > 0)
      .map(([mime, extensions]) => `    ${mime} ${extensions.join(' ')};`),
    '}',
    'default_type text/plain;',
    'charset utf-8;',
    `charset_types ${mimes(types.filter(({ charset }) => charset))};`,
    'gzip on;',
    'gzip_vary on;',
    'gzip_min_length 1000;',
    `gzip_types ${mimes(types.filter(({ isText }) => isText))};`,
    ...Object.entries(headers).map(([name, value]) => `add_header ${name} "${value}" always;`),
    `set $casebook_caching "${caching.fresh}";`,
    `if ($uri ~ "${lastingFiles}") { set $casebook_caching "${caching.lasting}"; }`,
    'add_header Cache-Control $casebook_caching;',
  ];
  return `# 由程序生成。放进 nginx 的 server { } 里，再改两处：
#   ${diskPlaceholder}  换成本网站文件所在的文件夹，末尾的 / 要保留；
#   ${base}  是网站的路径，两处都要与读者看到的一致（content/site.yaml 写了 address 的不用改）。
# 改后先运行 nginx -t，没有报错再运行 nginx -s reload。
location "${base}" {
    ${base === '/' ? 'root' : 'alias'} "${diskPlaceholder}";
${lines.map((line) => `    ${line}`).join('\n')}
}
`;
}
