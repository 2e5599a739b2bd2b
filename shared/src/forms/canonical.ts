/**
 * One text for one content: keys sorted, line ends unified, outer white space dropped. What is hashed when
 * a form is signed and frozen, so that the same words always give the same hash on any machine.
 */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'string') return inner.replace(/\r\n?/gu, '\n').trim();
    if (inner !== null && typeof inner === 'object' && !Array.isArray(inner)) {
      return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
    }
    return inner;
  });
}

/** `7f3a91c2…` → `7F3A 91C2`: the version code people compare by eye on screen and paper. */
export function versionCode(sha256: string): string {
  return `${sha256.slice(0, 4)} ${sha256.slice(4, 8)}`.toUpperCase();
}

/** `KP25-XA-0037`: the call's own prefix, code of the unit, running number of the call. */
export function receiptNumber(prefix: string, unitCode: string, running: number): string {
  return `${prefix}-${unitCode}-${String(running).padStart(4, '0')}`;
}
