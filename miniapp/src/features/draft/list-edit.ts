/** A new list with the entry one place up (-1) or down (+1). */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const next = [...list];
  const [entry] = next.splice(index, 1);
  if (entry !== undefined) next.splice(index + by, 0, entry);
  return next;
}

export function without<T>(list: readonly T[], index: number): T[] {
  return list.filter((_entry, at) => at !== index);
}

export function changed<T>(list: readonly T[], index: number, change: Partial<T>): T[] {
  return list.map((entry, at) => (at === index ? { ...entry, ...change } : entry));
}

/** Puts an entry that was removed back where it was, in the list as it is now. */
export function restored<T>(list: readonly T[], index: number, entry: T): T[] {
  const next = [...list];
  next.splice(Math.min(index, next.length), 0, entry);
  return next;
}

/** Id of a new entry: unique on any two devices that write the same draft. */
export function newEntryId(): string {
  return Date.now().toString(36) + Math.random().toString(36).slice(2, 8);
}
