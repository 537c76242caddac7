/**
 * Addresses within the site as numbers: those of many thousand pages are held at once, and kept between builds. As texts they took more
 * memory than the cases; a number is as long as eight characters, and only told apart.
 */

/** Multipliers of the two halves; they turn in different steps. */
const [first, second] = [0x85ebca6b, 0xc2b2ae35];

/**
 * 53 bits of where an address leads: `cases/a.html#p1`, relative to the site's root. Among a million addresses that are there, one
 * that is not has the number of one of them once in nine thousand million times.
 */
export function numberOf(target: string): number {
  let [low, high] = [target.length, target.length];
  for (let at = 0; at < target.length; at++) {
    const unit = target.charCodeAt(at);
    low = Math.imul(low ^ unit, first);
    low = (low << 13) | (low >>> 19);
    high = Math.imul(high ^ unit, second);
    high = (high << 17) | (high >>> 15);
  }
  return (mixed(high) >>> 11) * 2 ** 32 + (mixed(low) >>> 0);
}

export function numbersOf(targets: Iterable<string>): Float64Array {
  return Float64Array.from(new Set(targets), numberOf);
}

/** Each bit of the number depends on each bit that was put in. */
function mixed(bits: number): number {
  const once = Math.imul(bits ^ (bits >>> 15), first);
  const twice = Math.imul(once ^ (once >>> 13), second);
  return twice ^ (twice >>> 16);
}

/**
 * A set of up to so many numbers. They are spread evenly, so that the last bits of each say where it stands: looked up some times as fast
 * as in a `Set`, which makes an object of each.
 */
export class LinkNumbers {
  readonly #places: Float64Array;

  constructor(most: number) {
    this.#places = new Float64Array(2 ** Math.ceil(Math.log2(2 * most + 1))).fill(empty);
  }

  add(number: number): void {
    this.#places[this.#placeOf(number)] = number;
  }

  has(number: number): boolean {
    return this.#places[this.#placeOf(number)] === number;
  }

  /** Where it stands, or would stand. Half the places are empty, so that the next one is seldom far. */
  #placeOf(number: number): number {
    const last = this.#places.length - 1;
    let place = number & last;
    while (this.#places[place] !== number && this.#places[place] !== empty) place = (place + 1) & last;
    return place;
  }
}

/** No number is negative. */
const empty = -1;
