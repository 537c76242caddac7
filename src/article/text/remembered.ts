/** An article has fewer pieces of text than that. */
const most = 512;

/**
 * The same rule, which looks at a text only once while it is remembered: the stages of a reading ask again and again about the same
 * lines and paragraphs. What it finds is shared, so nobody may change it.
 */
export function remembered<Found>(rule: (text: string) => Found): (text: string) => Found {
  const known = new Map<string, { found: Found }>();
  return (text) => {
    const before = known.get(text);
    if (before) return before.found;
    if (known.size >= most) known.clear();
    const found = rule(text);
    known.set(text, { found });
    return found;
  };
}
