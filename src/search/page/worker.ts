/** Everything that takes time, Pagefind too, off the page's thread. A classic script: browsers had modules in workers late. */
import { type PackedCatalogue, unpackCatalogue } from '../packed-catalogue.ts';
import { type Engine, makeEngine } from './engine.ts';
import { indexFinder } from './index-finder.ts';
import type { Question, Reply } from './messages.ts';
import { openPagefind } from './pagefind.ts';
import { openParts } from './parts.ts';
import { openFetchSource } from './sources.ts';

let engine: Promise<Engine> | undefined;

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const reply = (message: Reply) => self.postMessage(message);
  answer(data).then(
    (value) => reply({ id: data.id, answer: value }),
    (error: unknown) => reply({ id: data.id, failure: String(error) }),
  );
});

async function answer(question: Question): Promise<Reply['answer']> {
  if (question.kind === 'open') {
    engine = openEngine(question.base);
    await engine;
    return undefined;
  }
  if (!engine) throw new Error('The worker was not opened.');
  const opened = await engine;
  if (question.kind === 'search') return opened.search(question.request);
  if (question.kind === 'details') return opened.details(question.request, question.ids);
  return opened.suggest(question.typed);
}

async function openEngine(base: string): Promise<Engine> {
  const source = await openFetchSource(base);
  const { program, index, shards } = source.entry;
  const [packed, ask] = await Promise.all([
    source.data<PackedCatalogue>('catalogue'),
    openPagefind(source.address(`${program}/`), source.address(`${index}/`), shards.length),
  ]);
  const catalogue = unpackCatalogue(packed);
  return makeEngine(catalogue, openParts(source), indexFinder(catalogue, source, ask));
}
