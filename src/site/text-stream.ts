/** Characters that are made bytes at a time. */
const portion = 500_000;

/** A text in UTF-8, made while it is read: a long one is never in memory as a whole together with its bytes. */
export function textStream(pieces: Iterable<string>): ReadableStream<Uint8Array> {
  const left = portions(pieces);
  return new ReadableStream({
    pull(controller) {
      const { done, value } = left.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}

function* portions(pieces: Iterable<string>): Generator<Uint8Array, undefined> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < portion) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
  return undefined;
}
