import { useCallback, useEffect } from 'react';
import { usePageShow } from '../platform/page';
import type { Known, Resource } from './resource';
import { useStore } from './store';

/** What is known of a resource; fetched when the page opens and each time it comes back into view. */
export function useResource<T>(resource: Resource<T>): Known<T> & { reload: () => void } {
  const known = useStore(resource);
  const reload = useCallback(() => {
    // The failure is in the resource; the screen shows it with what is known from before.
    resource.load().catch(() => undefined);
  }, [resource]);
  useEffect(reload, [reload]);
  usePageShow(reload);
  return { ...known, reload };
}
