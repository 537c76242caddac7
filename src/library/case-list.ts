import { perLibrary } from './library.ts';
import { casesInOrder } from './order.ts';
import { paginate } from './pagination.ts';

/** The pages of the list of all cases. */
export const caseListPages = perLibrary((library) => paginate(casesInOrder(library), { key: ({ id }) => id }));
