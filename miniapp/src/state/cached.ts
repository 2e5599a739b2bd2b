import { storage } from '../platform/storage';
import { createResource, type Resource } from './resource';

const all = new Map<string, Resource<unknown>>();
const forgetters = new Set<() => void>();

/** The one resource of this key: pages that show the same thing share it. */
export function cached<T>(key: string, fetch: () => Promise<T>): Resource<T> {
  const known = all.get(key);
  if (known) return known as Resource<T>;
  const made = createResource<T>({ key, fetch, storage });
  all.set(key, made);
  return made;
}

/** Lets other keepers of a person's data forget it at the same time. */
export function onForget(forget: () => void): void {
  forgetters.add(forget);
}

/** Forgets everything that was fetched for the person who has just logged out. */
export async function forgetEverything(): Promise<void> {
  const resources = [...all.values()];
  all.clear();
  for (const forget of forgetters) forget();
  await Promise.all(resources.map((resource) => resource.forget()));
}
