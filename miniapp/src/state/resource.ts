import type { KeyValueStore } from '../platform/storage';
import { createStore, type Store } from './store';

/** Something the server knows, as far as this phone knows it. */
export interface Known<T> {
  value: T | null;
  /** When the value was fetched; an old one is shown with this time while there is no network. */
  at: number | null;
  isLoading: boolean;
  /** Why the last attempt to fetch it brought nothing; null after a success. */
  failure: unknown;
}

export interface Resource<T> extends Pick<Store<Known<T>>, 'get' | 'subscribe'> {
  /** Fetches it, once however many ask at the same time; rejects if nothing came. */
  load(): Promise<T>;
  /** Takes a value that came as the answer to something else. */
  take(value: T): void;
  forget(): Promise<void>;
}

interface ResourceOptions<T> {
  /** Name in the storage: the last value stays readable without a network. */
  key: string;
  fetch: () => Promise<T>;
  storage: KeyValueStore;
  now?: () => number;
}

const NOTHING = { value: null, at: null, isLoading: false, failure: null };

/** A value of the server with the copy of it that survives a restart. */
export function createResource<T>({ key, fetch, storage, now = Date.now }: ResourceOptions<T>): Resource<T> {
  const store = createStore<Known<T>>(NOTHING);
  let loading: Promise<T> | null = null;
  const copy = createCopy<T>(`cache:${key}`, storage);
  let generation = 0;

  const take = (value: T) => {
    store.set({ value, at: now(), isLoading: loading !== null, failure: null });
    copy.keep({ value, at: now() });
  };

  const recall = async () => {
    const kept = await copy.recallOnce();
    if (kept && store.get().value === null) store.set((known) => ({ ...known, ...kept }));
  };

  const load = async (): Promise<T> => {
    const mine = generation;
    await recall();
    store.set((known) => ({ ...known, isLoading: true }));
    try {
      const value = await fetch();
      loading = null;
      if (mine === generation) take(value);
      return value;
    } catch (failure) {
      loading = null;
      store.set((known) => ({ ...known, isLoading: false, failure }));
      throw failure;
    }
  };

  return {
    get: store.get,
    subscribe: store.subscribe,
    load: () => (loading ??= load()),
    take,
    forget: async () => {
      generation += 1;
      store.set(NOTHING);
      await copy.forget();
    },
  };
}

interface Kept<T> {
  value: T;
  at: number;
}

/** The copy in the storage; it is read at most once, and never after something newer was kept or it was forgotten. */
function createCopy<T>(key: string, storage: KeyValueStore) {
  let isKnown = false;
  return {
    keep: (kept: Kept<T>) => {
      isKnown = true;
      // A phone without room for the copy still works; it only cannot read this without a network.
      storage.write(key, JSON.stringify(kept)).catch(() => undefined);
    },
    recallOnce: async (): Promise<Kept<T> | null> => {
      if (isKnown) return null;
      isKnown = true;
      const text = await storage.read(key);
      return text === null ? null : (JSON.parse(text) as Kept<T>);
    },
    forget: () => {
      isKnown = true;
      return storage.remove(key);
    },
  };
}
