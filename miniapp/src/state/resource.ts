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
  let isRecalled = false;
  let generation = 0;

  const take = (value: T) => {
    isRecalled = true;
    store.set({ value, at: now(), isLoading: loading !== null, failure: null });
    // A phone without room for the copy still works; it only cannot read this without a network.
    storage.write(`cache:${key}`, JSON.stringify({ value, at: now() })).catch(() => undefined);
  };

  const recall = async () => {
    if (isRecalled) return;
    isRecalled = true;
    const text = await storage.read(`cache:${key}`);
    if (text === null || store.get().value !== null) return;
    const { value, at } = JSON.parse(text) as { value: T; at: number };
    store.set((known) => ({ ...known, value, at }));
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
      isRecalled = true;
      store.set(NOTHING);
      await storage.remove(`cache:${key}`);
    },
  };
}
