const invisible = /(?![\t\n])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Takes out control characters and marks that turn the direction of text: they show nothing, hide what stands there and give orders to terminals. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, '');
}
