/** Texts under names. */
export interface TextStore {
  read(key: string): Promise<string | null>;
  write(key: string, text: string): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Small texts that survive a restart of the app. Asynchronous everywhere: not every runtime has the synchronous kind. */
export interface KeyValueStore extends TextStore {
  /** Every key there is, also those of an earlier start. */
  keys(): Promise<string[]>;
  /** Tells when another tab of the same browser changed a key; returns how to stop listening. */
  onOutsideChange(listener: (key: string) => void): () => void;
}

/** A store that forgets everything with the process: the neutral default, and what tests use. */
export function memoryStore(): KeyValueStore {
  const texts = new Map<string, string>();
  return {
    read: (key) => Promise.resolve(texts.get(key) ?? null),
    write: (key, text) => Promise.resolve(void texts.set(key, text)),
    remove: (key) => Promise.resolve(void texts.delete(key)),
    keys: () => Promise.resolve([...texts.keys()]),
    onOutsideChange: () => () => undefined,
  };
}

export const storage: KeyValueStore = memoryStore();
