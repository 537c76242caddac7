import { notFoundPage } from '../finishing/policy.ts';
import { caching, lastingFiles } from '../output/file-types.ts';
import { endingsByType, type ServerSite } from './server-site.ts';

/**
 * `.htaccess` for Apache 2.4. Every directive is of the class FileInfo, so that it works under `AllowOverride FileInfo`
 * and under `All`: one of another class, `Options -MultiViews` too, would answer 500 for the whole site under the first.
 * MultiViews does no harm, since every address names its file whole. What holds a space would be a message to
 * `ErrorDocument`, so its path is written as in an address.
 */
export function htaccess({ base, types, headers }: ServerSite): string {
  const charsets = types.filter(({ charset, extension }) => charset && extension).map(({ extension }) => `.${extension}`);
  const compressed = [...new Set(types.filter(({ isText }) => isText).map(({ mime }) => mime))];
  return `# 由程序生成，请不要改这里：每次生成都会重写。网站所在的路径写在 content/site.yaml 的 address 里。
# 服务器要允许：AllowOverride FileInfo（或 All）。
AddDefaultCharset utf-8
ErrorDocument 404 ${encodeURI(base)}${notFoundPage}
<IfModule mod_mime.c>
${endingsByType(types)
  .filter(([, extensions]) => extensions.length > 0)
  .map(([mime, extensions]) => `  AddType ${mime} ${extensions.map((extension) => `.${extension}`).join(' ')}`)
  .join('\n')}
  AddCharset utf-8 ${charsets.join(' ')}
</IfModule>
<IfModule mod_headers.c>
${Object.entries(headers)
  .map(([name, value]) => `  Header always set ${name} "${value}"`)
  .join('\n')}
  Header set Cache-Control "${caching.fresh}"
  <IfModule mod_setenvif.c>
    SetEnvIf Request_URI "${lastingFiles}" casebook_lasting
    Header set Cache-Control "${caching.lasting}" env=casebook_lasting
  </IfModule>
</IfModule>
<IfModule mod_deflate.c>
  <IfModule mod_filter.c>
    AddOutputFilterByType DEFLATE ${compressed.join(' ')}
  </IfModule>
</IfModule>
`;
}
