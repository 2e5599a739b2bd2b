/** `true` where two types allow exactly the same, key by key; `never` where one has a key or a value the other has not. */
type Same<D, C> = [D, keyof D] extends [C, keyof C] ? ([C, keyof C] extends [D, keyof D] ? true : never) : never;

/**
 * Stands under the class that checks a body: `sameShape<SignOffBody, SignOffRequest>(true)`. `implements` alone lets the
 * class forget an optional key, which would then be refused as unknown, or add one that no client knows of; this does not compile.
 */
export function sameShape<D, C>(_isSame: Same<D, C>): void {
  // Types only: nothing to do when it runs.
}
