import { storage } from '../platform/storage';
import { personal } from './personal';
import { createResource, type Resource } from './resource';

const own = new Map<string, Resource<unknown>>();
const open = new Map<string, Resource<unknown>>();

/** The one resource of this name and person: pages that show the same thing share it. Its copy goes with the log-in. */
export function cached<T>(name: string, fetch: () => Promise<T>): Resource<T> {
  return theOne(own, `${personal.owner ?? ''}:${name}`, () => createResource<T>({ key: `cache:${name}`, fetch, storage: personal.seen() }));
}

/** A resource that says the same to everybody: its copy stays on the phone whoever uses it. */
export function cachedForAll<T>(name: string, fetch: () => Promise<T>): Resource<T> {
  return theOne(open, name, () => createResource<T>({ key: `public:${name}`, fetch, storage }));
}

function theOne<T>(all: Map<string, Resource<unknown>>, key: string, make: () => Resource<T>): Resource<T> {
  const known = all.get(key);
  if (known) return known as Resource<T>;
  const made = make();
  all.set(key, made);
  return made;
}

personal.whenLogInEnds(() => {
  const resources = [...own.values()];
  own.clear();
  for (const resource of resources) resource.forget();
});
