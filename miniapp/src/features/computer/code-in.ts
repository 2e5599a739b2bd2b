/** The code in what a camera read, or in what a person typed; null while it is none. */
export function codeIn(text: string): string | null {
  const typed = text.replace(/^.*#/u, '').replace(/[\s-]/gu, '').toUpperCase();
  return /^[0-9A-Z]{6}$/u.test(typed) ? typed : null;
}
