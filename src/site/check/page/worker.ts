/** Tells whether WebAssembly compiles in a worker of this site. A classic script, as the search's own worker is. */
import { emptyModule, type RunningReply } from './examine-running.ts';

const reply = (message: RunningReply) => self.postMessage(message);

WebAssembly.compile(emptyModule).then(
  () => reply({ wasm: true, reason: '' }),
  (error: unknown) => reply({ wasm: false, reason: String(error) }),
);
