import type { WorkView } from '@kepu/shared/contracts/work';
import { appLife } from '../../platform/app-life';
import { network } from '../../platform/network';
import { storage } from '../../platform/storage';
import { onForget } from '../../state/cached';
import { api } from '../session/api';
import { DraftSync } from './draft-sync';

const drafts = new Map<string, DraftSync>();

const later = (ms: number, work: () => void) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

/** The one draft of a work on this phone: pages come and go, what is being typed stays. */
export function draftOf(work: WorkView): DraftSync {
  const known = drafts.get(work.id);
  if (known) return known;
  const made = new DraftSync(work, {
    storage,
    save: (workId, body) => api.call('PUT /api/works/:workId/form', { params: { workId }, body }),
    isOnline: async () => (await network.now()).isOnline,
    later,
  });
  drafts.set(work.id, made);
  void made.recall();
  return made;
}

function flushAll(): void {
  for (const draft of drafts.values()) void draft.flush();
}

network.onChange(({ isOnline }) => {
  if (isOnline) flushAll();
});
appLife.onSuspend(flushAll);
appLife.onReturn(flushAll);
onForget(() => drafts.clear());
