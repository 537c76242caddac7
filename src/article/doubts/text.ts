import type { DraftBlock } from '../article.ts';

/** What of a block its words can be doubted by. */
export type Text = Pick<DraftBlock, 'id' | 'text'>;
