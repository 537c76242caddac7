import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { htaccess } from './apache.ts';
import { caddyfile } from './caddy.ts';
import { webConfig } from './iis.ts';
import { nginxSnippet } from './nginx.ts';
import { type ServerSite, serverSite } from './server-site.ts';

/** The files for servers: IIS and Apache find theirs in the site's folder, the others are to be copied into the server's own. */
const serverFiles: Record<string, (site: ServerSite) => string> = {
  'web.config': webConfig,
  '.htaccess': htaccess,
  'server/nginx.conf.txt': nginxSnippet,
  'server/Caddyfile.txt': caddyfile,
};

/** Writes what servers must be told of the finished site in `folder`; `files` are all its files, relative. Gives the names of its own. */
export function writeServerFiles(folder: string, files: readonly string[], address: string | undefined): string[] {
  const names = Object.keys(serverFiles);
  const site = serverSite(folder, [...files, ...names, 'SHA256SUMS'], address);
  for (const [path, make] of Object.entries(serverFiles)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), make(site));
  }
  return names;
}
