import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caddyfile } from '../../src/site/servers/caddy.ts';
import { diskPlaceholder } from '../../src/site/servers/disk-placeholder.ts';
import { nginxSnippet } from '../../src/site/servers/nginx.ts';
import type { ServerSite } from '../../src/site/servers/server-site.ts';

/** Where a site is mounted. */
export interface Mount {
  /** What the server calls its root. */
  root: string;
  /** The site's folder: `root`, or one below it. */
  folder: string;
  /** What the site's files for servers say. */
  site: ServerSite;
  port: number;
  /** For the server's own files; empty. */
  work: string;
}

/** nginx around `inside`, which stands in its only server. */
export function nginxConfig({ port, work }: Pick<Mount, 'port' | 'work'>, inside: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${work}/${name};`).join(' ');
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  return `${user} daemon off; pid ${work}/nginx.pid; error_log stderr; events {}
http { ${temporary} access_log off; server { listen 127.0.0.1:${port}; ${inside} } }
`;
}

export function withSnippet({ folder, site }: Mount): string {
  return nginxSnippet(site).replaceAll(diskPlaceholder, `${folder}/`);
}

export function nginxCommand(program: string, mount: Pick<Mount, 'port' | 'work'>, inside: string): string[] {
  return [program, '-e', 'stderr', '-c', written(mount.work, 'nginx.conf', nginxConfig(mount, inside))];
}

export function caddyCommand(program: string, { folder, site, port, work }: Mount): string[] {
  const config = caddyfile(site).replace(/^:80 /m, `http://127.0.0.1:${port} `).replaceAll(diskPlaceholder, folder);
  return [program, 'run', '--adapter', 'caddyfile', '--config', written(work, 'Caddyfile', `{\n\tadmin off\n}\n${config}`)];
}

/** MultiViews on, and no class of directives allowed but the one that .htaccess needs. */
export function apacheCommand(program: string, { root, port, work }: Mount): string[] {
  const modules = ['mpm_event', 'authz_core', 'mime', 'dir', 'negotiation', 'headers', 'setenvif', 'filter', 'deflate'];
  const user = process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : '';
  const config = `ServerRoot "${work}"
ServerName localhost
Listen 127.0.0.1:${port}
PidFile "${work}/apache.pid"
DefaultRuntimeDir "${work}"
ErrorLog "${work}/error.log"
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
${user}
TypesConfig /dev/null
DocumentRoot "${root}"
DirectoryIndex index.html
<Directory "${root}">
  Options MultiViews FollowSymLinks
  AllowOverride FileInfo
  Require all granted
</Directory>
`;
  return [program, '-D', 'FOREGROUND', '-f', written(work, 'apache.conf', config)];
}

/** As Debian sets it up: types from the system's own table. */
export function lighttpdCommand(program: string, { root, folder, port, work }: Mount): string[] {
  const config = `server.document-root = "${root}"
server.bind = "127.0.0.1"
server.port = ${port}
index-file.names = ( "index.html" )
server.errorfile-prefix = "${folder}/"
include_shell "/usr/share/lighttpd/create-mime.conf.pl"
`;
  return [program, '-D', '-f', written(work, 'lighttpd.conf', config)];
}

export function busyboxCommand(program: string, { root, folder, port, work }: Mount): string[] {
  // A line of its settings ends at the first space.
  cpSync(join(folder, '404.html'), join(work, '404.html'));
  return [program, 'httpd', '-f', '-p', `127.0.0.1:${port}`, '-h', root, '-c', written(work, 'httpd.conf', `E404:${work}/404.html\n`)];
}

export function pythonCommand(program: string, { root, port }: Mount): string[] {
  return [program, '-m', 'http.server', '--bind', '127.0.0.1', '--directory', root, String(port)];
}

function written(work: string, name: string, text: string): string {
  const file = join(work, name);
  writeFileSync(file, text);
  return file;
}
