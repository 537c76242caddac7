import { setTimeout } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import { answerTasks } from '../../src/site/threads.ts';

/** A thread for tests: adds what it was set up with, fails or leaves where it is told to. */
answerTasks(async (task: number | 'fail' | 'leave') => {
  if (task === 'fail') throw new Error('told to fail');
  if (task === 'leave') process.exit(3);
  // The first tasks take longest, so that answers come out of order.
  await setTimeout(Math.max(0, 40 - task));
  return task + workerData;
});
