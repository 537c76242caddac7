import type { CheckList } from '../check-list.ts';
import type { Finding } from './findings.ts';
import type { Site } from './site.ts';

/** Where a build writes its name besides the page. */
const named = ['casebook.json', 'check.json'];

/**
 * The page, the marker and the list must be of one build, asked of the server anew and as the browser and what stands
 * between would give them to a reader.
 */
export async function examineVersion(site: Site): Promise<Finding[]> {
  const modes: [RequestCache, string][] = [
    ['no-store', '服务器上'],
    ['default', '缓存里'],
  ];
  const findings = modes.flatMap(([mode, where]) =>
    named.map(async (path): Promise<Finding[]> => {
      const build = ((await (await site.ask(path, mode)).json()) as Partial<CheckList>).build ?? '没有写明';
      return build === site.build ? [] : [{ id: 'mixture', detail: `${where}的 ${path} 是 ${build}，本页是 ${site.build}` }];
    }),
  );
  return (await Promise.all(findings)).flat();
}
