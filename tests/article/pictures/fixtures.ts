/** Pictures of 64 by 48 pixels; some with what cameras and programs write besides: words with `Secret`, a place, a name. */
import { readFileSync } from 'node:fs';

export function fixturePicture(name: string): Buffer {
  return readFileSync(new URL(`../../fixtures/pictures/${name}`, import.meta.url));
}

export function dataAddress(bytes: Uint8Array, type = 'image/png'): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}
