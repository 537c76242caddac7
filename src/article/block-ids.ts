import { hash } from 'node:crypto';
import type { Block } from './schema.ts';

/**
 * Gives each block its anchor: the kind's first letter and six hex digits of SHA-256 of the text, `-2` for a second one.
 * The text is the cleaned one, before corrections, so that anchors survive reordering and better rules.
 */
export function blockIds(): (kind: Block['kind'], text: string) => string {
  const given = new Map<string, number>();
  return (kind, text) => {
    const id = blockId(kind, text);
    const count = (given.get(id) ?? 0) + 1;
    given.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  };
}

/** The anchor of the first block with this text. */
export function blockId(kind: Block['kind'], text: string): string {
  return kind[0] + hash('sha256', text).slice(0, 6);
}
