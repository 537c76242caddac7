import { headerPolicy } from './finishing/policy.ts';

/** The headers that a server sends with every file; `notFound` is the text of 404.html. */
export function responseHeaders(notFound: string): Record<string, string> {
  return {
    'Content-Security-Policy': headerPolicy(notFound),
    'X-Content-Type-Options': 'nosniff',
    // For browsers that do not know frame-ancestors.
    'X-Frame-Options': 'DENY',
    // Who follows a link to an article's source does not tell where from.
    'Referrer-Policy': 'no-referrer',
  };
}
