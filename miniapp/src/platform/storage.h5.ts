import type { KeyValueStore } from './storage';

const PREFIX = 'kepu:';

/** Browser side of the store. A full or forbidden storage rejects, so that nobody believes a text was kept. */
export const storage: KeyValueStore = {
  read: (key) => attempt(() => window.localStorage.getItem(PREFIX + key)),
  write: (key, text) => attempt(() => window.localStorage.setItem(PREFIX + key, text)),
  remove: (key) => attempt(() => window.localStorage.removeItem(PREFIX + key)),
  keys: () => attempt(() => Object.keys(window.localStorage).flatMap((key) => (key.startsWith(PREFIX) ? [key.slice(PREFIX.length)] : []))),
  onOutsideChange: (listener) => {
    const hear = (event: StorageEvent) => {
      if (event.key?.startsWith(PREFIX)) listener(event.key.slice(PREFIX.length));
    };
    window.addEventListener('storage', hear);
    return () => window.removeEventListener('storage', hear);
  },
};

function attempt<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(work()));
}
