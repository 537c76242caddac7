import { cpSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { siteFolders } from '../../src/site/folders.ts';
import { filesOf } from '../../src/site/output/files-of.ts';
import { contentFolder } from '../../src/site/rendering/kept-pages.ts';
import { dataAddress, fixturePicture } from '../article/pictures/fixtures.ts';
import { casebook, program } from '../setup/command.ts';
import { fixtureSite, practice } from '../setup/fixture-site.ts';
import { temporaryFolder, writeFiles } from '../setup/folder.ts';
import { programCopy, runCopy } from '../setup/program-copy.ts';
import { sumsOf } from '../setup/tree.ts';

/** Twelve articles of six counties in two provinces, some of which measure the same and one contradicts another. */
const counties = [
  '福建省三明市大田县',
  '福建省三明市建宁县',
  '福建省三明市永安市',
  '湖北省黄冈市罗田县',
  '湖北省黄冈市英山县',
  '湖北省宜昌市远安县',
];

function article(index: number): string {
  const county = counties[index % counties.length] ?? '';
  const name = county.slice(-3);
  return `${name}：第${index + 1}年的经验
2021-0${(index % 9) + 1}-15 来源：某某日报
近年来，${name}针对村级力量分散的问题，推行跨村联建，组建联村党委${8 + (index % 5)}个，带动32个村抱团发展。
${name}把全县划分为${100 + index}个网格，由党员担任网格员，实行“${'红黄蓝绿'[index % 4]}旗议事”工作法，办结事项3600件。
邻近的${counties[(index + 1) % counties.length]}也来学习网格管理。
网格党支部定期议事。${'各村党员群众反映的事项逐件登记，逐件答复，办理情况在村务公开栏公布。'.repeat(120)}
`;
}

/** Where the page of a case of 永安 leads for its grid governance: to the page on which the passages of 永安 begin. */
const linkOfYongan = () => /[^"]*grid-governance[^"]*#350481(?=")/u.exec(readFileSync(join(out, 'cases/a2.html'), 'utf8'))?.[0];

/** An article whose page shows a picture. */
const pictured = (picture: string) =>
  `<html><head><meta charset="utf-8"></head><body><h1>尤溪县：跨村联建促振兴</h1><p>2022-03-18 来源：三明日报</p>
<p>近年来，尤溪县推行跨村联建，组建联村党委8个，带动32个村抱团发展。</p>
<p><img src="${dataAddress(fixturePicture(picture))}" alt="议事会"></p></body></html>`;

const guide = practice('网格', 'grid governance', 'governance');
const site = fixtureSite({
  'seeds/lianjian.txt': null,
  'seeds/wangge.txt': null,
  ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`seeds/a${index}.txt`, article(index)])),
});
const out = join(site, 'dist');
const clean = join(temporaryFolder(), 'clean');

interface Edit {
  name: string;
  change: () => void;
  /** Pages of cases and the like are kept. */
  keeps: boolean;
  /** Where `linkOfYongan` leads then, in a page that is kept. */
  leadsTo?: string;
}

const write = (path: string, text: string) => writeFiles(site, { [path]: text });
const replace = (path: string, find: string, by: string) => {
  const text = readFileSync(join(site, path), 'utf8');
  if (!text.includes(find)) throw new Error(`${path} has no ${find}.`);
  write(path, text.replace(find, by));
};

const grid = 'content/practices/grid-governance.md';

/** One after the other, each on the site as the one before left it. */
const edits: Edit[] = [
  {
    name: 'a changed word',
    change: () => replace('seeds/a3.txt', '抱团发展', '一起发展'),
    keeps: true,
    leadsTo: '../practices/grid-governance.html#350481',
  },
  {
    name: 'a changed figure, which another article now contradicts',
    change: () => replace('seeds/a0.txt', '100个网格', '107个网格'),
    keeps: true,
  },
  {
    name: 'two added articles, one with a picture',
    change: () => {
      write('seeds/b1.txt', article(13).replace('第14年', '新一年'));
      write('seeds/b2.html', pictured('photo.jpg'));
    },
    keeps: true,
    leadsTo: '../practices/grid-governance/2.html#350481',
  },
  {
    name: 'another picture, and a changed title, which lists and neighbours show',
    change: () => {
      replace('seeds/b1.txt', '新一年', '又一年');
      write('seeds/b2.html', pictured('photo.png'));
    },
    keeps: true,
  },
  {
    name: 'a renamed article with its former address',
    change: () => {
      renameSync(join(site, 'seeds/a5.txt'), join(site, 'seeds/c5.txt'));
      write('content/cases/c5.yaml', 'formerIds: [a5]\n');
    },
    keeps: true,
  },
  { name: 'a deleted article', change: () => rmSync(join(site, 'seeds/a7.txt')), keeps: true },
  { name: 'a moved place', change: () => write('content/cases/a1.yaml', "place: '350481'\n"), keeps: true },
  {
    name: 'changed tags, and a case that somebody reviewed',
    change: () => {
      write('content/cases/a2.yaml', 'practices:\n  remove:\n    - practice: grid-governance\n');
      write('content/cases/a4.yaml', 'review:\n  date: 2024-01-02\n');
    },
    keeps: true,
  },
  { name: 'a changed guide', change: () => write(grid, `${guide}\n另加一段导读。\n`), keeps: true },
  { name: 'a changed signal', change: () => write(grid, guide.replace('  - 网格\n', '  - 网格员\n')), keeps: true },
  { name: 'another name of a practice', change: () => replace(grid, 'name: 网格', 'name: 网格治理'), keeps: false },
  {
    name: 'changed settings',
    change: () => write('content/site.yaml', 'name: 测试案例库\naddress: https://dj.example.gov.cn/anli/\n'),
    keeps: false,
  },
  {
    name: 'a takedown and a held article',
    change: () => {
      write('content/takedown.yaml', '- source: a8\n  reason: 测试\n  date: 2024-01-02\n');
      write('content/cases/a9.yaml', 'hold: 还在核实\n');
    },
    keeps: true,
  },
  {
    name: 'a guide that brings a style of its own',
    change: () => {
      rmSync(join(site, grid));
      write(`${grid}x`, guide.replace(/\n---\n/u, "\n---\n\nimport './grid.css';\n"));
      write('content/practices/grid.css', '.guide { color: #111 }');
    },
    keeps: false,
  },
  { name: 'a change of that style', change: () => write('content/practices/grid.css', '.guide { color: #222 }'), keeps: false },
];

async function build(env: Record<string, string>, options: string[] = []): Promise<string> {
  const built = await casebook(['build', ...options], { CASEBOOK_SITE: site, ...env });
  expect(built).toMatchObject({ status: 0, stderr: '' });
  return built.stdout;
}

const kept = (said: string) => Number(/沿用 (\d+) 个/.exec(said)?.[1] ?? 0);
const made = (said: string) => Number(/新生成 (\d+) 个/.exec(said)?.[1]);

async function expectCleanBuild(run = build): Promise<void> {
  await run({ CASEBOOK_OUT: clean }, ['--clean']);
  expect(sumsOf(out)).toEqual(sumsOf(clean));
}

describe('a build that keeps pages makes what a clean one makes', () => {
  beforeAll(async () => {
    await build({});
  });

  it.each(edits)('after $name', async ({ change, keeps, leadsTo }) => {
    change();
    const said = await build({});
    expect(kept(said) > 0).toBe(keeps);
    if (leadsTo) expect(linkOfYongan()).toBe(leadsTo);
    await expectCleanBuild();
  });

  it('and where nothing has changed makes only the few pages that stand for themselves', async () => {
    expect(made(await build({}))).toBeLessThan(20);
  });

  it('after somebody wrote into a page of the output, and into what was kept', async () => {
    writeFileSync(join(out, 'cases/a0.html'), '<h1>x</h1>');
    const folder = contentFolder(siteFolders({ CASEBOOK_SITE: site }));
    const [first = ''] = filesOf(folder);
    writeFileSync(join(folder, first), 'x');
    await build({});
    await expectCleanBuild();
  });

  it('after its list of kept pages was torn', async () => {
    truncateSync(join(contentFolder(siteFolders({ CASEBOOK_SITE: site })), '../index'), 1000);
    expect(kept(await build({}))).toBe(0);
    await expectCleanBuild();
  });

  it('after the code changed', async () => {
    const other = changedProgram();
    const run = async (env: Record<string, string>, options: string[] = []) => {
      const built = await runCopy(other, ['build', ...options], { CASEBOOK_SITE: site, ...env });
      expect(built).toMatchObject({ status: 0 });
      return built.stdout;
    };
    expect(kept(await run({}))).toBe(0);
    expect(readFileSync(join(out, 'cases/a0.html'), 'utf8')).toContain('别处也这样做');
    await expectCleanBuild(run);
  });

  it('with --clean, which keeps nothing', async () => {
    expect(kept(await build({}, ['--clean']))).toBe(0);
  });
});

/** The program with one word of a component changed, and what the program itself has kept of this site. */
function changedProgram(): string {
  const folder = programCopy({ 'src/components/RelatedCases.astro': ['>相关案例<', '>别处也这样做<'] });
  const { cache } = siteFolders({ CASEBOOK_SITE: site });
  cpSync(cache, join(folder, relative(program, cache)), { recursive: true });
  return folder;
}
