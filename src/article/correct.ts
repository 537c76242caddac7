/** An editor's corrections, laid over the program's reading. Nothing here touches disk; what does not fit comes back as problems. */
import type { CorrectedBlocks, DraftBlock, PassageTag } from './article.ts';
import { type Problem, problem } from './catalogue.ts';
import type { Correction } from './correction.ts';
import { pinyinId } from './pinyin.ts';
import { changeStructure } from './restructure.ts';
import type { CaseProblem, Figure, Method } from './schema.ts';

/** Structure first, then words; numbers of paragraphs are counted anew. `decoded` is the text that the spans mean. */
export function correctBlocks(drafts: readonly DraftBlock[], correction: Correction, decoded: string): CorrectedBlocks {
  const result: CorrectedBlocks = { blocks: drafts.map((block) => ({ ...block })), notes: [], removed: [], errors: [] };
  for (const [i, change] of correction.blocks.entries()) changeStructure(result, change, { decoded, field: `blocks[${i}]` });
  for (const [i, change] of correction.text.entries()) changeWords(result, change, `text[${i}]`);
  result.blocks = numbered(result.blocks);
  return result;
}

function numbered(blocks: readonly DraftBlock[]): DraftBlock[] {
  let n = 0;
  return blocks.map(({ n: _, ...block }) => {
    if (block.kind !== 'paragraph') return block;
    n += 1;
    return { ...block, n };
  });
}

function changeWords(result: CorrectedBlocks, change: Correction['text'][number], field: string): void {
  const where = change.block ? result.blocks.filter((block) => block.id === change.block) : result.blocks;
  if (change.block && where.length === 0) {
    result.errors.push(problem('unknownBlock', { field: `${field}.block`, value: change.block }));
    return;
  }
  const found = where.filter((block) => block.text.includes(change.find));
  const count = found.reduce((sum, block) => sum + block.text.split(change.find).length - 1, 0);
  const [block] = found;
  if (count !== 1 || !block) {
    result.errors.push(problem('findNotOnce', { field: `${field}.find`, find: change.find, count }));
    return;
  }
  block.text = block.text.replace(change.find, () => change.replace);
  result.notes.push({ block: block.id, reason: change.reason });
}

/** Tags as the editor has them. `practices` are the ids that exist. */
export function correctTags(
  tags: readonly PassageTag[],
  blocks: readonly DraftBlock[],
  correction: Correction,
  practices: readonly string[],
): { tags: PassageTag[]; errors: Problem[] } {
  const errors: Problem[] = [];
  const { add = [], remove = [] } = correction.practices ?? {};
  const known = new Set(practices);
  for (const [field, list] of [
    ['add', add],
    ['remove', remove],
  ] as const) {
    for (const [i, { practice, block }] of list.entries()) {
      const at = `practices.${field}[${i}]`;
      if (!known.has(practice))
        errors.push(problem('unknownPractice', { field: `${at}.practice`, value: practice, nearest: nearest(practice, practices) }));
      if (block && !blocks.some((other) => other.id === block))
        errors.push(problem('unknownBlock', { field: `${at}.block`, value: block }));
    }
  }
  for (const [i, { block, words }] of add.entries()) {
    const text = blocks.find((other) => other.id === block)?.text;
    for (const word of words)
      if (text !== undefined && !text.includes(word))
        errors.push(problem('wordsNotInBlock', { field: `practices.add[${i}].words`, value: word }, { block }));
  }
  const kept = tags.filter((tag) => !remove.some((gone) => gone.practice === tag.practice && (gone.block ?? tag.block) === tag.block));
  const added = add
    .filter((tag) => !kept.some((other) => other.block === tag.block && other.practice === tag.practice))
    .map((tag) => ({ ...tag, score: 1 }));
  return { tags: [...kept, ...added], errors };
}

/** The known id with the fewest edits between, where they are few. */
export function nearest(value: string, known: readonly string[]): string {
  const ranked = known
    .map((id) => ({ id, distance: editDistance(value, id) }))
    .sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1));
  const [best] = ranked;
  return best && best.distance <= Math.max(3, value.length / 3) ? best.id : '';
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** What a passage claims, as the editor has it. */
export interface Claims {
  figures: Figure[];
  methods: Method[];
  problems: CaseProblem[];
}

export function correctClaims(
  claims: Claims,
  blocks: readonly DraftBlock[],
  correction: Correction,
  practices: readonly string[],
): { claims: Claims; errors: Problem[] } {
  const errors: Problem[] = [];
  const expectBlock = (field: string, id: string) => {
    if (!blocks.some((block) => block.id === id)) errors.push(problem('unknownBlock', { field, value: id }));
  };
  const expectWords = (field: string, id: string, words: string) => {
    const text = blocks.find((block) => block.id === id)?.text;
    if (text !== undefined && !text.includes(words)) errors.push(problem('wordsNotInBlock', { field, value: words }, { block: id }));
  };
  const { figures: figureChanges, methods: methodChanges, problems: problemChanges } = correction;
  for (const [i, figure] of (figureChanges?.add ?? []).entries()) {
    expectBlock(`figures.add[${i}].passage`, figure.passage);
    expectWords(`figures.add[${i}].quote`, figure.passage, figure.quote);
  }
  errors.push(...otherFigures(claims.figures, figureChanges));
  for (const [i, { id, set }] of (figureChanges?.change ?? []).entries()) {
    const figure = claims.figures.find((each) => each.id === id);
    if (figure && set.quote !== undefined) expectWords(`figures.change[${i}].set.quote`, figure.passage, set.quote);
  }
  for (const [i, { name, passages }] of (methodChanges?.add ?? []).entries()) {
    for (const id of passages) {
      expectBlock(`methods.add[${i}].passages`, id);
      expectWords(`methods.add[${i}].name`, id, name);
    }
  }
  for (const [i, { text, passage, practice }] of (problemChanges?.add ?? []).entries()) {
    expectBlock(`problems.add[${i}].passage`, passage);
    expectWords(`problems.add[${i}].text`, passage, text);
    if (practice !== null && !practices.includes(practice)) {
      const data = { field: `problems.add[${i}].practice`, value: practice, nearest: nearest(practice, practices) };
      errors.push(problem('unknownPractice', data));
    }
  }
  const corrected: Claims = {
    figures: changedFigures(claims.figures, figureChanges),
    methods: [
      ...claims.methods.filter((method) => !methodChanges?.remove.includes(method.name)),
      ...(methodChanges?.add ?? []).map((method) => ({ ...method, id: pinyinId(method.name) })),
    ],
    problems: [...claims.problems.filter((item) => !problemChanges?.remove.includes(item.text)), ...(problemChanges?.add ?? [])],
  };
  return { claims: corrected, errors };
}

/** Changes and removals of what the program no longer reads: the editor's judgement would be lost without a word. */
export function staleChanges(tags: readonly PassageTag[], claims: Claims, correction: Correction): Problem[] {
  const { practices, figures, methods, problems } = correction;
  const figureIds = claims.figures.map(({ id }) => id);
  const methodNames = claims.methods.map(({ name }) => name);
  const problemTexts = claims.problems.map(({ text }) => text);
  const meant: { field: string; value: string; isThere: boolean }[] = [
    ...(practices?.remove ?? []).map(({ practice, block }, i) => ({
      field: `practices.remove[${i}]`,
      value: practice,
      isThere: tags.some((tag) => tag.practice === practice && tag.block === (block ?? tag.block)),
    })),
    ...(figures?.change ?? []).map(({ id }, i) => ({ field: `figures.change[${i}].id`, value: id, isThere: figureIds.includes(id) })),
    ...(figures?.remove ?? []).map(({ id }, i) => ({ field: `figures.remove[${i}]`, value: id, isThere: figureIds.includes(id) })),
    ...(methods?.remove ?? []).map((name, i) => ({ field: `methods.remove[${i}]`, value: name, isThere: methodNames.includes(name) })),
    ...(problems?.remove ?? []).map((text, i) => ({ field: `problems.remove[${i}]`, value: text, isThere: problemTexts.includes(text) })),
  ];
  return meant.filter(({ isThere }) => !isThere).map(({ field, value }) => problem('nothingToCorrect', { field, value }));
}

/** Changes and removals that give the figure's words, where its number means another figure by now. */
function otherFigures(figures: readonly Figure[], changes: Correction['figures']): Problem[] {
  const guards: { field: string; id: string; quote?: string | undefined }[] = [
    ...(changes?.change ?? []).map(({ id, quote }, i) => ({ field: `figures.change[${i}].quote`, id, quote })),
    ...(changes?.remove ?? []).map((gone, i) => ({ field: `figures.remove[${i}].quote`, quote: undefined, ...gone })),
  ];
  return guards.flatMap(({ field, id, quote }) => {
    const figure = figures.find((each) => each.id === id);
    if (!figure || quote === undefined || figure.quote.includes(quote)) return [];
    return [problem('otherFigure', { field, id, value: quote, words: figure.quote }, { block: figure.passage })];
  });
}

function changedFigures(figures: readonly Figure[], changes: Correction['figures']): Figure[] {
  const kept = figures
    .filter(({ id }) => !changes?.remove.some((gone) => gone.id === id))
    .map((figure) => ({ ...figure, ...changes?.change.find((change) => change.id === figure.id)?.set }));
  const added = (changes?.add ?? []).map((figure, i) => ({ ...figure, id: `${figure.passage}-e${i + 1}`, practices: [] }));
  return [...kept, ...added];
}
