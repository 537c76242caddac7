/**
 * SHA-256 in hex (FIPS 180-4). The browser's own `crypto.subtle` is missing where a site is not served over HTTPS, as on
 * many networks of offices.
 */
export function sha256(bytes: Uint8Array): string {
  const state = [...firstState];
  const words = paddedWords(bytes);
  for (let block = 0; block < words.length; block += 16) addBlock(state, words.subarray(block, block + 16));
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

const primes = firstPrimes(64);
const firstState = primes.slice(0, 8).map((prime) => fraction(prime ** (1 / 2)));
const constants = primes.map((prime) => fraction(prime ** (1 / 3)));

/** The first 32 bits of what stands behind the point. */
function fraction(value: number): number {
  return Math.floor((value - Math.floor(value)) * 2 ** 32) | 0;
}

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number += 1) if (found.every((prime) => number % prime !== 0)) found.push(number);
  return found;
}

/** The message, a 1 bit, zeros, and the message's length in bits in 64 bits. */
function paddedWords(bytes: Uint8Array): Uint32Array {
  const words = new Uint32Array(Math.ceil((bytes.length + 9) / 64) * 16);
  const put = (at: number, byte: number) => {
    words[at >> 2] = (words[at >> 2] as number) | (byte << (24 - (at % 4) * 8));
  };
  bytes.forEach((byte, at) => {
    put(at, byte);
  });
  put(bytes.length, 0x80);
  words[words.length - 2] = Math.floor(bytes.length / 2 ** 29);
  words[words.length - 1] = bytes.length << 3;
  return words;
}

const rotated = (word: number, by: number) => (word >>> by) | (word << (32 - by));

function addBlock(state: number[], block: Uint32Array): void {
  const schedule = new Int32Array(64);
  schedule.set(block);
  for (let i = 16; i < 64; i += 1) {
    const [near, far] = [schedule[i - 15] as number, schedule[i - 2] as number];
    const small = rotated(near, 7) ^ rotated(near, 18) ^ (near >>> 3);
    const large = rotated(far, 17) ^ rotated(far, 19) ^ (far >>> 10);
    schedule[i] = (schedule[i - 16] as number) + small + (schedule[i - 7] as number) + large;
  }
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i += 1) {
    const sumE = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const first = (h + sumE + ((e & f) ^ (~e & g)) + (constants[i] as number) + (schedule[i] as number)) | 0;
    const sumA = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const second = (sumA + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = ((state[i] as number) + word) | 0;
  });
}
