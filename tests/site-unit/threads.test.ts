import { expect, it } from 'vitest';
import { inThreads, openThreads } from '../../src/site/threads.ts';

const program = new URL('./answering-thread.ts', import.meta.url);
const numbers = Array.from({ length: 60 }, (_, i) => i);

it.each([1, 7, 100])('gives the answers in the order of the tasks, %i tasks at a time, each told once', async (batch) => {
  const told: [number, number][] = [];
  const answers = await inThreads<number, number>(numbers, { program, setup: 1000, batch, onAnswer: (...answer) => told.push(answer) });
  expect(answers).toEqual(numbers.map((each) => each + 1000));
  expect(told.toSorted((a, b) => a[1] - b[1])).toEqual(answers.map((answer, at) => [answer, at]));
});

it('has nothing to do without tasks', async () => {
  expect(await inThreads([], { program })).toEqual([]);
});

it.each([
  ['throws what a thread throws', 'fail' as const, /told to fail/],
  ['throws where a thread leaves before its work is done', 'leave' as const, /answering-thread\.ts ended with 3/],
])('%s', async (_, task, message) => {
  await expect(inThreads([...numbers, task, ...numbers], { program, setup: 0, batch: 4 })).rejects.toThrow(message);
});

it('stops where it is told to, and does not begin once it was', async () => {
  const stop = new AbortController();
  const told: number[] = [];
  const work = inThreads<number, number>(numbers, {
    program,
    setup: 0,
    signal: stop.signal,
    onAnswer: (answer) => {
      told.push(answer);
      stop.abort(new Error('enough'));
    },
  });
  await expect(work).rejects.toThrow('enough');
  expect(told.length).toBeLessThan(numbers.length);
  await expect(inThreads(numbers, { program, signal: stop.signal })).rejects.toThrow('enough');
});

it('takes tasks as they come, with the bytes that go along, until it is closed', async () => {
  const threads = openThreads<number, number>(program, 1000);
  expect(await threads.ask([1, 2])).toEqual([1001, 1002]);
  const bytes = new ArrayBuffer(8);
  expect(await threads.ask([3], [bytes])).toEqual([1003]);
  expect(bytes.detached).toBe(true);
  const unanswered = threads.ask([4]);
  const refused = expect(unanswered).rejects.toThrow('enough');
  await threads.close(new Error('enough'));
  await refused;
  await expect(threads.ask([5])).rejects.toThrow('enough');
});
