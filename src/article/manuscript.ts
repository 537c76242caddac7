/** A source as text, whatever its format, with what the format itself says of its lines. */
import type { Credits, RemovedLine, Span } from './article.ts';
import type { Picture, PictureRefusal } from './pictures/picture.ts';
import type { Block } from './schema.ts';

/** A run of whole lines that the format marks: `<h2>`, a table, a list. */
export interface Mark {
  span: Span;
  kind: Block['kind'];
  /** Headings whose level the format states. */
  level?: 2 | 3;
  /** Tables: cells row by row. In the text a row is a line and a tab stands between its cells. */
  rows?: string[][];
}

/** A picture that the file holds. It has no characters of the text. */
export interface PlacedPicture {
  /** Offset in the text, at the beginning of the line that follows it. */
  at: number;
  /** What the file says that it shows; empty where it says nothing. */
  alt: string;
  picture: Picture;
}

export interface Manuscript {
  /** The decoded text: of a plain file its own, of any other what the converter gives. */
  text: string;
  /** Characters that the encoding could not give (U+FFFD). */
  garbled: number;
  /** A text file: its line breaks may be a page's, and nothing is marked. */
  plain: boolean;
  /** In order; none overlaps another. Empty for plain text. */
  marks: Mark[];
  /** Parts of a page that are not its article. */
  leftOut: { span: Span; reason: string }[];
  /** What the file's own fields say: `<meta name="ArticleTitle">`, front matter. */
  stated: Credits & { title?: string };
  /** References to spaces (`&nbsp;`) that the text had; where they stood it has white space as long as they. */
  spaceMarks?: RemovedLine[];
  /** In reading order. */
  pictures: PlacedPicture[];
  /** One for each picture that is not taken over. */
  picturesLeftOut: PictureRefusal[];
}

export function plainManuscript(text: string, garbled: number): Manuscript {
  return { text, garbled, plain: true, marks: [], leftOut: [], stated: {}, pictures: [], picturesLeftOut: [] };
}
