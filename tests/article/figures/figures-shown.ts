/**
 * Figures in one line each, so that a test reads as a list:
 * `subject value+unit kind [/per] [[period]] [#scope] [@place] [!status]`, for example
 * `集体经济年收入 8000~130000元 change /年 #龙地村 @安溪县`.
 * Bounds: ≈ about, > over, < under, ≥ atLeast, ≤ atMost. The place is left out where it is the case's, the status where it is done.
 */
import type { DraftBlock, PlaceMention } from '../../../src/article/article.ts';
import { findFigures } from '../../../src/article/figures/figures.ts';
import type { Figure, Place } from '../../../src/article/schema.ts';

const paths: [code: string, path: string[]][] = [
  ['350000', ['福建省']],
  ['350100', ['福建省', '福州市']],
  ['350124', ['福建省', '福州市', '闽清县']],
  ['350200', ['福建省', '厦门市']],
  ['350212', ['福建省', '厦门市', '同安区']],
  ['350425', ['福建省', '三明市', '大田县']],
  ['350428', ['福建省', '三明市', '将乐县']],
  ['350481', ['福建省', '三明市', '永安市']],
  ['350524', ['福建省', '泉州市', '安溪县']],
  ['350628', ['福建省', '漳州市', '平和县']],
  ['350700', ['福建省', '南平市']],
  ['350702', ['福建省', '南平市', '延平区']],
  ['350703', ['福建省', '南平市', '建阳区']],
  ['350821', ['福建省', '龙岩市', '长汀县']],
  ['350924', ['福建省', '宁德市', '寿宁县']],
  ['350982', ['福建省', '宁德市', '福鼎市']],
  ['421100', ['湖北省', '黄冈市']],
  ['421121', ['湖北省', '黄冈市', '团风县']],
  ['421122', ['湖北省', '黄冈市', '红安县']],
  ['421123', ['湖北省', '黄冈市', '罗田县']],
  ['421124', ['湖北省', '黄冈市', '英山县']],
  ['421125', ['湖北省', '黄冈市', '浠水县']],
  ['421126', ['湖北省', '黄冈市', '蕲春县']],
  ['421127', ['湖北省', '黄冈市', '黄梅县']],
  ['421181', ['湖北省', '黄冈市', '麻城市']],
  ['421182', ['湖北省', '黄冈市', '武穴市']],
  ['330000', ['浙江省']],
  ['330500', ['浙江省', '湖州市']],
  ['330523', ['浙江省', '湖州市', '安吉县']],
  ['310000', ['上海市']],
  ['440300', ['广东省', '深圳市']],
];
const levels = ['province', 'city', 'county'] as const;
const places = paths.map(([code, path]): Place => ({ code, name: path.at(-1) ?? '', level: levels[path.length - 1] ?? 'county', path }));
const words: Record<string, Place | undefined> = Object.fromEntries(
  places.flatMap((place) => [...namesOf(place).map((name) => [name, place])]),
);
const anyName = new RegExp(
  Object.keys(words)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .join('|'),
  'gu',
);

/** 延平区, with its city before it, and the bare forms that the seeds use. */
function namesOf({ name, path }: Place): string[] {
  const bare = ['上海市', '深圳市', '厦门市', '福州市', '浙江省', '武穴市'].includes(name) ? [name.slice(0, -1)] : [];
  return [name, ...bare, ...(path.length === 3 ? [`${path[1]}${name}`] : [])];
}

export const mentionsOf = (text: string): PlaceMention[] =>
  [...text.matchAll(anyName)].flatMap((match) => {
    const place = words[match[0]];
    return place ? [{ place, start: match.index, end: match.index + match[0].length }] : [];
  });

export const paragraph = (text: string, id = 'p000000'): DraftBlock => ({ id, kind: 'paragraph', text, spans: [] });

/** The figures of one paragraph in the case of a place, as lines. */
export function readFigures(text: string, caseName: string, year?: string): string[] {
  const place = words[caseName];
  const context = { place, mentions: new Map([['p000000', mentionsOf(text)]]), tags: [], year };
  return findFigures([paragraph(text)], context).map((figure) => shown(figure, place));
}

const signs: Record<Figure['bound'], string> = { exact: '', about: '≈', over: '>', under: '<', atLeast: '≥', atMost: '≤' };

function shown(figure: Figure, home: Place | undefined): string {
  const { subject, bound, value, valueTo, unit, kind, per, period, scope, place, status } = figure;
  const line = [`${subject} ${signs[bound]}${value}${valueTo === undefined ? '' : `~${valueTo}`}${unit} ${kind}`];
  if (per) line.push(`/${per}`);
  if (period) line.push(`[${period}]`);
  if (scope) line.push(`#${scope}`);
  if (place !== home?.code) line.push(`@${places.find(({ code }) => code === place)?.name ?? '-'}`);
  if (status !== 'done') line.push(`!${status}`);
  return line.join(' ');
}
