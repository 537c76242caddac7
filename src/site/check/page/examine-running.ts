import type { Finding } from './findings.ts';

/** The smallest WebAssembly module: its magic number and version. */
export const emptyModule = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);

/** Milliseconds after which a worker that says nothing counts as not started. */
const patience = 10_000;

/** Starts a worker, as the search does, and has it compile WebAssembly under the policy that the server gives to it. */
export async function examineRunning(worker: string): Promise<Finding[]> {
  const said = await answerOf(worker);
  if (said.worker) return said.wasm ? [] : [{ id: 'wasmFails', detail: said.reason }];
  return [{ id: 'workerFails', detail: said.reason }];
}

/** What the worker posts, once. */
export interface RunningReply {
  wasm: boolean;
  reason: string;
}

function answerOf(address: string): Promise<RunningReply & { worker: boolean }> {
  return new Promise((resolve) => {
    const fail = (reason: string) => resolve({ worker: false, wasm: false, reason });
    try {
      const worker = new Worker(address);
      const waiting = setTimeout(() => fail('没有回音'), patience);
      const end = () => {
        clearTimeout(waiting);
        worker.terminate();
      };
      worker.onmessage = ({ data }: MessageEvent<RunningReply>) => {
        end();
        resolve({ worker: true, ...data });
      };
      worker.onerror = (event) => {
        event.preventDefault();
        end();
        fail(event.message || '没有启动');
      };
    } catch (error) {
      fail(String(error));
    }
  });
}
