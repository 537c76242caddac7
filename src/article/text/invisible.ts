import { Characters } from './characters.ts';

const invisible = new Characters('(?:(?![\\t\\n])\\p{Cc}|[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069])');

/** Takes out control characters and marks that turn the direction of text: they show nothing, hide what stands there and give orders to terminals. */
export function withoutInvisible(text: string): string {
  return invisible.takenFrom(text);
}
