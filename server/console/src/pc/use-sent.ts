import { useSyncExternalStore } from 'react';
import type { Sender, SentFile } from './sender';

/** Files of this page as the sender knows them, drawn anew with every change. */
export function useSent({ uppy }: Sender): SentFile[] {
  const files = useSyncExternalStore((changed) => uppy.store.subscribe(changed), () => uppy.getState().files);
  return Object.values(files);
}
