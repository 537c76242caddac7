/** Work that several threads share: tasks are handed out in order, a batch at a time, and the answers come back in the order of the tasks. */
import { availableParallelism } from 'node:os';
import { parentPort, Worker } from 'node:worker_threads';

export interface ThreadWork<Answer> {
  /** The thread's own file, which calls `answerTasks`. */
  program: URL;
  /** Plain data that each thread finds as its `workerData`. */
  setup?: unknown;
  /** Tasks that a thread is given at a time. */
  batch?: number;
  /** Called for each answer as soon as it is there, with the number of its task. */
  onAnswer?: ((answer: Answer, at: number) => void) | undefined;
  /** Ends the threads; the work rejects with its reason. */
  signal?: AbortSignal | undefined;
}

/** As many threads as there are cores. Rejects with what a thread throws, and where one ends before its work is done. */
export async function inThreads<Task, Answer>(tasks: readonly Task[], work: ThreadWork<Answer>): Promise<Answer[]> {
  const { program, setup, batch = 1, signal } = work;
  signal?.throwIfAborted();
  const answers: Answer[] = [];
  const starts = Array.from({ length: Math.ceil(tasks.length / batch) }, (_, at) => at * batch).values();
  const threads = Array.from(
    { length: Math.min(availableParallelism(), Math.ceil(tasks.length / batch)) },
    () => new Worker(program, { workerData: setup }),
  );
  const serve = (thread: Worker) =>
    new Promise<void>((resolve, reject) => {
      let from = 0;
      const give = () => {
        const next = starts.next();
        if (next.done) return resolve();
        from = next.value;
        thread.postMessage(tasks.slice(from, from + batch));
      };
      thread.on('message', (found: Answer[]) => {
        for (const [i, answer] of found.entries()) {
          answers[from + i] = answer;
          work.onAnswer?.(answer, from + i);
        }
        give();
      });
      thread.on('error', reject);
      thread.on('exit', (status) => reject(new Error(`A thread of ${program.pathname} ended with ${status} before its work was done.`)));
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      give();
    });
  try {
    await Promise.all(threads.map(serve));
    return answers;
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

/** The other end: what a thread does with each of its tasks, one after the other. */
export function answerTasks<Task, Answer>(answer: (task: Task) => Answer | Promise<Answer>): void {
  parentPort?.on('message', async (tasks: Task[]) => {
    const found: Answer[] = [];
    for (const task of tasks) found.push(await answer(task));
    parentPort?.postMessage(found);
  });
}
