/** The place on the page of the settings at a path: `film.maxBytes` → `set-film-maxBytes`. */
export function rowId(path: string): string {
  return `set-${path.replaceAll('.', '-')}`;
}
