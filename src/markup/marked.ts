import { markWords } from '../library/marking.ts';
import { html, type Markup } from './html.ts';

/** A text with the first occurrence of each of the words marked. */
export function markedText(text: string, words: readonly string[]): Markup {
  return html`${markWords(text, words).map((stretch) => (stretch.marked ? html`<mark>${stretch.text}</mark>` : stretch.text))}`;
}

/** Sentences of one passage, what lies between them left out. */
export function markedSentences(sentences: readonly string[], words: readonly string[]): Markup {
  return html`${sentences.map((sentence, at) => [at > 0 && '……', markedText(sentence, words)])}`;
}
