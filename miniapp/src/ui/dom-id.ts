/** A path of the form as an element's id: selectors read a dot as a class. */
export function domId(path: string): string {
  return path.replace(/\./gu, '-');
}
