import { describe, expect, it } from 'vitest';
import { cellsOf, partOf, sourceOf, splitLines } from '../../../src/article/text/lines.ts';
import { splitRunTogether } from '../../../src/article/text/run-together.ts';
import { unwrap } from '../../../src/article/text/wrapped.ts';

const texts = (lines: readonly { text: string }[]) => lines.map(({ text }) => text);

describe('splitLines', () => {
  it.each([
    ['\n', 'Unix'],
    ['\r\n', 'Windows'],
    ['\r', 'old Mac'],
    ['\u2028', 'line separator'],
  ])('at %j (%s)', (mark) => expect(texts(splitLines(`大田县${mark}永安市`))).toEqual(['大田县', '永安市']));

  it('counts the empty lines above', () => {
    expect(splitLines('\n\n题\n\n\n文\n又').map(({ gap }) => gap)).toEqual([2, 2, 0]);
  });

  it('notes indents and takes them off', () => {
    expect(splitLines('题\n　　近年来\n\t目前\n 如今').map(({ text, indented }) => [text, indented])).toEqual([
      ['题', false],
      ['近年来', true],
      ['目前', true],
      ['如今', false],
    ]);
  });

  it('leaves out characters without a shape, and knows where the others stand', () => {
    const source = '\ufeff党\u200b建\u202e引领';
    const [line] = splitLines(source);
    expect(line?.text).toBe('党建引领');
    expect(line?.spans).toEqual([
      [1, 2],
      [3, 4],
      [5, 7],
    ]);
    expect(line && sourceOf(partOf(line, 1, 3), source)).toBe('建引');
  });

  it.each([
    ['镇名\t党员数（名）\t占比', ['镇名', '党员数（名）', '占比']],
    ['海河镇　3120', []],
  ])('%j has the cells %j', (text, cells) => expect(cellsOf(text)).toEqual(cells));
});

describe('splitRunTogether', () => {
  const first = '“过去办事跑断腿，现在支部送上门。”6月3日，岚县岚城镇城内村村民拿到了代办的医保卡。';
  const second = '近年来，岚县推行党群服务代办制，组建村级代办队167支，由党员干部担任代办员，把群众要办的事装进“代办包”。';
  const third = '截至目前，全县累计代办事项2.3万件，群众满意度98.7%。';
  const split = (text: string) => texts(splitRunTogether(splitLines(text)));

  it('cuts a page on one line at the spaces behind its sentences', () => {
    expect(split([first, second, third].join(' '))).toEqual([first, second, third]);
  });

  it('cuts off a heading of two clauses in front of its paragraph', () => {
    expect(split(`${first} ${second} 建强一个支部 盘活一村资源 ${third}`)).toEqual([first, second, '建强一个支部 盘活一村资源', third]);
  });

  it('cuts title and byline off the front', () => {
    expect(split(`岚县：代办包送到家 2021-06-28 10:12 来源：山西日报 编辑：吴彬 ${first} ${second} ${third}`)).toEqual([
      '岚县：代办包送到家',
      '2021-06-28 10:12 来源：山西日报 编辑：吴彬',
      first,
      second,
      third,
    ]);
  });

  it('cuts at indents inside a line', () => expect(split(`${first}　　${second}`)).toEqual([first, second]));

  it('leaves spaces behind sentences alone where paragraphs have lines of their own', () => {
    const page = Array.from({ length: 6 }, () => `${third} ${first} ${third}`);
    expect(split(page.join('\n'))).toEqual(page);
  });

  it('leaves the wide space between the clauses of a title alone', () => {
    expect(split(`党建引领聚合力　　乡村振兴谱新篇\n${second}`)).toEqual(['党建引领聚合力　　乡村振兴谱新篇', second]);
  });
});

describe('unwrap', () => {
  const paragraphs = [
    '贵州省水城县地处乌蒙山腹地，山高坡陡、土地破碎，一家一户难以形成规模，近年来坚持党建引领农村“三变”改革，推动资源变资产、资金变股金、农民变股东。',
    '打破村域界限，按照地域相邻、产业相近原则，组建联村党委二十七个，由强村带弱村、大村带小村，统筹推进产业布局、基础设施和人才使用，破解单打独斗的难题。',
  ];
  const wrap = (text: string) => text.replaceAll(/(.{30})(?=.)/gu, '$1\n');

  it('makes paragraphs whole that have an indent', () => {
    const text = paragraphs.map((paragraph) => `　　${wrap(paragraph)}`).join('\n');
    expect(texts(unwrap(splitLines(text)))).toEqual(paragraphs);
  });

  it('makes paragraphs whole that have an empty line between', () => {
    expect(texts(unwrap(splitLines(paragraphs.map(wrap).join('\n\n'))))).toEqual(paragraphs);
  });

  it('leaves headings above the paragraphs alone', () => {
    const text = `一、组织联建\n　　${wrap(paragraphs[0] ?? '')}\n二、产业联抓\n　　${wrap(paragraphs[1] ?? '')}`;
    expect(texts(unwrap(splitLines(text)))).toEqual(['一、组织联建', paragraphs[0], '二、产业联抓', paragraphs[1]]);
  });

  it('leaves a page alone whose paragraphs have one line each', () => {
    expect(texts(unwrap(splitLines(paragraphs.join('\n'))))).toEqual(paragraphs);
  });
});
