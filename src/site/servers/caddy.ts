import { notFoundPage } from '../finishing/policy.ts';
import { caching, contentType, lastingFiles } from '../output/file-types.ts';
import { diskPlaceholder } from './disk-placeholder.ts';
import type { ServerSite } from './server-site.ts';

/**
 * A whole site block of a Caddyfile. Caddy compares a path as people write it, and takes it off as it stands in an
 * address. Matchers of one header exclude each other, since Caddy orders directives itself.
 */
export function caddyfile({ base, types, headers }: ServerSite): string {
  const named = types.filter(({ extension }) => extension);
  const lines = (all: readonly string[], depth: number) => all.map((line) => '\t'.repeat(depth) + line).join('\n');
  return `# 由程序生成。写进 Caddyfile，再改两处：
#   :80  换成网站的域名或端口；
#   ${diskPlaceholder}  换成本网站文件所在的文件夹，两处都要改。
# 网站的路径是 ${base}（content/site.yaml 写了 address 的不用改）。改后先运行 caddy validate，没有报错再运行 caddy reload。
:80 {
	encode gzip
	@site path "${base}*"
	handle @site {
${base === '/' ? '' : `		uri strip_prefix "${encodeURI(base.slice(0, -1))}"\n`}		root * "${diskPlaceholder}"
		header {
${lines(
  Object.entries(headers).map(([name, value]) => `${name} "${value}"`),
  3,
)}
		}
		@lasting path_regexp "${lastingFiles}"
		header @lasting Cache-Control "${caching.lasting}"
		@fresh not path_regexp "${lastingFiles}"
		header @fresh Cache-Control "${caching.fresh}"
${lines(
  named.flatMap((type) => [`@${type.extension} path *.${type.extension}`, `header @${type.extension} Content-Type "${contentType(type)}"`]),
  2,
)}
		file_server
	}
	handle_errors {
		@missing expression {http.error.status_code} == 404
		handle @missing {
			root * "${diskPlaceholder}"
			rewrite * /${notFoundPage}
			header Content-Type "text/html; charset=utf-8"
			file_server
		}
	}
}
`;
}
