/** What a message is about: words, names and numbers to be filled in. */
export type Data = Readonly<Record<string, string | number>>;

/** One kind of thing that the program says to an editor about a file, in Chinese. */
export interface Message {
  message: (data: Data) => string;
  /** What was expected and what to do. */
  hint: string;
}
