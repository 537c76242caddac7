/** Work that several threads share: each task goes to the next thread that is free. */
import { availableParallelism } from 'node:os';
import { parentPort, type Transferable, Worker } from 'node:worker_threads';

export interface Threads<Task, Answer> {
  /** Answers in the order of the tasks, which one thread does one after the other. Rejects with what any thread throws. */
  ask(tasks: readonly Task[], transfer?: readonly Transferable[]): Promise<Answer[]>;
  /** Ends the threads. What was asked and not answered rejects with `reason`. */
  close(reason?: unknown): Promise<void>;
}

interface Job<Task, Answer> {
  tasks: readonly Task[];
  transfer: readonly Transferable[];
  resolve: (answers: Answer[]) => void;
  reject: (reason: unknown) => void;
}

/**
 * As many threads as there are cores, each started when there is work for it. `program` is the thread's own file, which calls
 * `answerTasks`; it finds `setup`, plain data, as its `workerData`.
 */
export function openThreads<Task, Answer>(program: URL, setup?: unknown): Threads<Task, Answer> {
  const waiting: Job<Task, Answer>[] = [];
  const free: Worker[] = [];
  const busy = new Map<Worker, Job<Task, Answer>>();
  let ended: { reason: unknown } | undefined;

  const end = async (reason: unknown) => {
    if (ended) return;
    ended = { reason };
    const threads = [...free, ...busy.keys()];
    for (const job of [...busy.values(), ...waiting.splice(0)]) job.reject(reason);
    await Promise.all(threads.map((thread) => thread.terminate()));
  };
  const start = (): Worker => {
    const thread = new Worker(program, { workerData: setup });
    thread.on('message', (answers: Answer[]) => {
      const job = busy.get(thread);
      busy.delete(thread);
      free.push(thread);
      handOut();
      job?.resolve(answers);
    });
    thread.on('error', end);
    thread.on('exit', (status) => end(new Error(`A thread of ${program.pathname} ended with ${status} before its work was done.`)));
    return thread;
  };
  const handOut = () => {
    while (waiting.length > 0 && (free.length > 0 || busy.size < availableParallelism())) {
      const job = waiting.shift();
      const thread = free.pop() ?? start();
      if (!job) return;
      busy.set(thread, job);
      thread.postMessage(job.tasks, [...job.transfer]);
    }
  };
  return {
    ask: (tasks, transfer = []) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended.reason);
        waiting.push({ tasks, transfer, resolve, reject });
        handOut();
      }),
    close: (reason = new Error(`The threads of ${program.pathname} were closed.`)) => end(reason),
  };
}

export interface ThreadWork<Answer> {
  program: URL;
  setup?: unknown;
  /** Tasks that a thread is given at a time. */
  batch?: number;
  /** Called for each answer as soon as it is there, with the number of its task. */
  onAnswer?: ((answer: Answer, at: number) => void) | undefined;
  /** Ends the threads; the work rejects with its reason. */
  signal?: AbortSignal | undefined;
}

/** All of a list: answers in the order of the tasks. Rejects with what a thread throws, and where one ends before its work is done. */
export async function inThreads<Task, Answer>(tasks: readonly Task[], work: ThreadWork<Answer>): Promise<Answer[]> {
  const { program, setup, batch = 1, signal } = work;
  signal?.throwIfAborted();
  const threads = openThreads<Task, Answer>(program, setup);
  const stop = () => threads.close(signal?.reason);
  signal?.addEventListener('abort', stop);
  const askFrom = async (from: number) => {
    const answers = await threads.ask(tasks.slice(from, from + batch));
    for (const [i, answer] of answers.entries()) work.onAnswer?.(answer, from + i);
    return answers;
  };
  try {
    const starts = Array.from({ length: Math.ceil(tasks.length / batch) }, (_, at) => at * batch);
    const answers: Answer[] = [];
    for (const some of await Promise.all(starts.map(askFrom))) answers.push(...some);
    return answers;
  } finally {
    signal?.removeEventListener('abort', stop);
    await threads.close();
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
