import { xmlText } from '../../library/xml.ts';
import { notFoundPage } from '../finishing/policy.ts';
import { caching, contentType, type FileType } from '../output/file-types.ts';
import type { ServerSite } from './server-site.ts';

/**
 * `web.config` for IIS 7.5 and newer. Each entry of a collection is removed before it is added: one that the server has
 * already would answer 500.19. Only sections that IIS lets a site set are used, and no attribute that it locks
 * (`defaultPath`). Compression stays as the server has it.
 */
export function webConfig({ base, types, lastingFolders, headers }: ServerSite): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- 由程序生成，请不要改这里：每次生成都会重写。网站所在的路径写在 content/site.yaml 的 address 里。 -->
<configuration>
  <system.webServer>
    <defaultDocument enabled="true">
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <directoryBrowse enabled="false" />
    <staticContent>
${types.map(mimeMap).join('\n')}
      <clientCache cacheControlMode="DisableCache" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
${Object.entries(headers).map(customHeader).join('\n')}
      </customHeaders>
    </httpProtocol>
    <httpErrors errorMode="Custom" existingResponse="Auto">
      <remove statusCode="404" subStatusCode="-1" />
      <error statusCode="404" subStatusCode="-1" path="${xmlText(pathFromSite(base))}" responseMode="File" />
    </httpErrors>
  </system.webServer>
${lastingFolders.map(lastingLocation).join('\n')}
</configuration>
`;
}

function mimeMap(type: FileType): string {
  const extension = xmlText(`.${type.extension}`);
  return `      <remove fileExtension="${extension}" />
      <mimeMap fileExtension="${extension}" mimeType="${xmlText(contentType(type))}" />`;
}

function customHeader([name, value]: [name: string, value: string]): string {
  return `        <remove name="${xmlText(name)}" />
        <add name="${xmlText(name)}" value="${xmlText(value)}" />`;
}

/** A path of a file, relative to the folder of the whole IIS site: so IIS reads it where web.config may not name absolute ones. */
function pathFromSite(base: string): string {
  return `${base.slice(1)}${notFoundPage}`.replaceAll('/', '\\');
}

/** IIS says `max-age` itself and puts the rest before it. */
function lastingLocation(folder: string): string {
  const others = caching.lasting
    .split(', ')
    .filter((part) => !part.startsWith('max-age'))
    .join(', ');
  return `  <location path="${xmlText(folder)}">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" cacheControlCustom="${others}" />
      </staticContent>
    </system.webServer>
  </location>`;
}
