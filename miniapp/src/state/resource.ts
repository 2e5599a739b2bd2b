import type { TextStore } from '../platform/storage';
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
  /** Drops the value for good: what is fetched from here on is shown and written down nowhere. */
  forget(): void;
}

interface ResourceOptions<T> {
  /** Name in the storage: the last value stays readable without a network. */
  key: string;
  fetch: () => Promise<T>;
  storage: TextStore;
  now?: () => number;
}

const NOTHING = { value: null, at: null, isLoading: false, failure: null };

/** A value of the server with the copy of it that survives a restart. */
export function createResource<T>({ key, fetch, storage, now = Date.now }: ResourceOptions<T>): Resource<T> {
  const store = createStore<Known<T>>(NOTHING);
  let loading: Promise<T> | null = null;
  const copy = createCopy<T>(key, storage);
  let isForgotten = false;

  const take = (value: T) => {
    if (isForgotten) return;
    store.set({ value, at: now(), isLoading: loading !== null, failure: null });
    copy.keep({ value, at: now() });
  };

  const recall = async () => {
    const kept = await copy.recallOnce();
    if (kept && !isForgotten && store.get().value === null) store.set((known) => ({ ...known, ...kept }));
  };

  const load = async (): Promise<T> => {
    await recall();
    store.set((known) => ({ ...known, isLoading: true }));
    try {
      const value = await fetch();
      loading = null;
      take(value);
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
    forget: () => {
      isForgotten = true;
      store.set(NOTHING);
    },
  };
}

interface Kept<T> {
  value: T;
  at: number;
}

/** The copy in the storage; it is read at most once, and never after something newer was kept. */
function createCopy<T>(key: string, storage: TextStore) {
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
      // A copy that cannot be read is no copy; what it was made of is fetched now.
      return storage.read(key).then((text) => (text === null ? null : (JSON.parse(text) as Kept<T>))).catch(() => null);
    },
  };
}
