/** A list of whole numbers that takes four bytes for each. */
export interface GrowingList {
  push(value: number): void;
  /** Lets go of what it holds, not of its room. */
  clear(): void;
  /** A view of what it holds, until more is pushed. */
  whole(): Uint32Array;
}

export function growingList(): GrowingList {
  let values = new Uint32Array(1024);
  let count = 0;
  return {
    push(value) {
      if (count === values.length) {
        const larger = new Uint32Array(count * 2);
        larger.set(values);
        values = larger;
      }
      values[count] = value;
      count += 1;
    },
    clear() {
      count = 0;
    },
    whole: () => values.subarray(0, count),
  };
}
