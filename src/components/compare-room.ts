/**
 * Runs before anything below it is laid out: where the address asks for a comparison, the page keeps room for it, so that
 * nothing moves when it comes.
 */
import { readChoice } from './compare-choice.ts';

if (readChoice().places.length > 1) document.documentElement.dataset.compares = '';
