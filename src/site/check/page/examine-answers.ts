/** What a server says beside the files: headers, folders, and what is not there. */
import type { Finding } from './findings.ts';
import type { Site } from './site.ts';

export async function examineHeaders(site: Site): Promise<Finding[]> {
  const { headers } = await site.ask('index.html');
  const missing = Object.keys(site.list.headers).filter((name) => !headers.has(name));
  return missing.length > 0 ? [{ id: 'noPolicy', detail: missing.join('、') }] : [];
}

/** A folder's address must show its page, and the address of nothing the page for it, with the status 404. */
export async function examineFolders(site: Site): Promise<Finding[]> {
  const shown = await Promise.all(['', 'cases/'].map((folder) => pagesOf(folder, site)));
  return shown.flatMap(({ folder, isSame, status }) =>
    isSame ? [] : [{ id: 'folderPage' as const, detail: `${folder || '网站的根'}：状态 ${status}` }],
  );
}

async function pagesOf(folder: string, site: Site) {
  const [byFolder, byName] = await Promise.all([site.ask(folder), site.ask(`${folder}index.html`)]);
  const isSame = byFolder.ok && (await byFolder.text()) === (await byName.text());
  return { folder, isSame, status: byFolder.status };
}

/** Addresses of nothing: of a page, of a data file and of a folder, at several depths. */
const nowhere = ['nothing-here.html', 'cases/nothing-here/deeper/still.html', 'data/nothing-here.json', 'nothing-here/'];

export async function examineMissing(site: Site): Promise<Finding[]> {
  const [ownPage, ...answers] = await Promise.all(['404.html', ...nowhere].map((path) => site.ask(path)));
  const ownText = (await ownPage?.text()) ?? '';
  const findings = answers.map(async (answer, i): Promise<Finding[]> => {
    const path = nowhere[i] ?? '';
    if (answer.ok) return [{ id: 'missingAnswered', detail: `${path}：状态 ${answer.status}，应为 404` }];
    return (await answer.text()) === ownText ? [] : [{ id: 'missingPlain', detail: `${path}：状态 ${answer.status}` }];
  });
  return (await Promise.all(findings)).flat();
}
