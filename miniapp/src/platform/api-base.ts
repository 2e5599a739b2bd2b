/** Where the server is: empty in the browser, which it serves itself; set at build time for the mini-program. */
export const API_BASE: string = typeof KEPU_API === 'undefined' ? '' : KEPU_API.replace(/\/$/u, '');

/** Full address of a path on our server. */
export function addressOf(path: string): string {
  return /^https?:/u.test(path) ? path : API_BASE + path;
}
