import { useCallback } from 'react';
import { personal } from './personal';
import { createStore, useStore, type Store } from './store';

/** Something a person has written, drawn or gathered and not handed over yet; null while there is nothing. */
export interface Kept extends Pick<Store<unknown>, 'get' | 'subscribe'> {
  set(next: unknown): void;
  /** Resolves when what an earlier start of the app kept is back. */
  recalled: Promise<void>;
}

const all = new Map<string, Kept>();
personal.whenPersonChanges(() => all.clear());

/**
 * The one kept thing of this purpose and of the person who is logged in. It outlives the sheet it is written
 * on, the page, this start of the app and the log-in; nobody else is shown it.
 */
export function keptOf(purpose: string): Kept {
  const key = `${personal.owner ?? ''}:${purpose}`;
  const known = all.get(key);
  if (known) return known;
  const made = createKept(`kept:${purpose}`);
  all.set(key, made);
  return made;
}

type Change<T> = T | ((before: T) => T);

/** What is kept for this purpose, like a component's own state: value, setter, and how to be done with it. */
export function useKept<T>(purpose: string, initial: T): [value: T, set: (next: Change<T>) => void, clear: () => void] {
  const kept = keptOf(purpose);
  const value = valueOf(useStore(kept), initial);
  const set = (next: Change<T>) => kept.set(next instanceof Function ? next(valueOf(kept.get(), initial)) : next);
  return [value, set, useCallback(() => kept.set(null), [kept])];
}

/** What is kept; what an older version of the app kept in another shape is left alone. */
export function valueOf<T>(kept: unknown, initial: T): T {
  return kept !== null && isLike(initial, kept) ? kept : initial;
}

function isLike<T>(initial: T, value: unknown): value is T {
  if (initial === null) return true;
  if (typeof initial !== 'object') return typeof value === typeof initial;
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== Array.isArray(initial)) return false;
  return Object.entries(initial).every(([field, sample]) => isLike(sample, Reflect.get(value, field)));
}

function createKept(name: string): Kept {
  const store = createStore<unknown>(null);
  const texts = personal.typed();
  let isTouched = false;
  let writing: Promise<unknown> = Promise.resolve();
  let isDue = false;
  const write = () => {
    isDue = false;
    const now = store.get();
    return now === null ? texts.remove(name) : texts.write(name, JSON.stringify(now));
  };
  const set = (next: unknown) => {
    isTouched = true;
    store.set(next);
    if (isDue) return;
    isDue = true;
    // One write after another, always of the newest; a full storage takes nothing, and the text is still on the screen.
    writing = writing.then(write).catch(() => undefined);
  };
  const recall = async () => {
    const text = await texts.read(name);
    if (text !== null && !isTouched) store.set(JSON.parse(text));
  };
  return { get: store.get, subscribe: store.subscribe, set, recalled: recall().catch(() => undefined) };
}
