/** What the readers of all picture formats share. */

/** What the reader of one format gives. */
export interface PictureContent {
  /** In pixels, as browsers show it. */
  width: number;
  height: number;
  /** The file as published. */
  bytes: Uint8Array;
}

/** Whether the bytes have these Latin-1 characters at an offset. */
export function hasAt(bytes: Uint8Array, at: number, characters: string): boolean {
  return [...characters].every((character, i) => bytes[at + i] === character.charCodeAt(0));
}

/** The parts of a picture's file that stay, put together. */
export function joinParts(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
