import type { WorkView } from '@kepu/shared/contracts/work';
import { appLife } from '../../platform/app-life';
import { network } from '../../platform/network';
import { personal } from '../../state/personal';
import { api, session } from '../session/api';
import { workResource } from '../work/works';
import { DraftSync } from './draft-sync';
import { KEPT_DRAFT } from './kept-draft';

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
    storage: personal.typed(),
    save: (workId, body) => api.call('PUT /api/works/:workId/form', { params: { workId }, body }),
    isOnline: async () => (await network.now()).isOnline,
    later,
  });
  drafts.set(work.id, made);
  void made.recall();
  return made;
}

/** Sends what is unsent, also of works this start of the app has not opened; answers the titles of those that did not get through. */
export async function sendUnsent(): Promise<string[]> {
  const workIds = (await personal.typedNames(KEPT_DRAFT)).map((name) => name.slice(KEPT_DRAFT.length));
  const titles = await Promise.all([...new Set([...workIds, ...drafts.keys()])].map(sendOne));
  return titles.filter((title) => title !== null);
}

async function sendOne(workId: string): Promise<string | null> {
  const work = drafts.has(workId) ? null : await workResource(workId).load().catch(() => workResource(workId).get().value);
  const draft = drafts.get(workId) ?? (work && draftOf(work));
  if (!draft) return UNTITLED;
  await draft.recall();
  await draft.flush();
  return draft.isSettled ? null : draft.store.get().form.title.trim() || UNTITLED;
}

const UNTITLED = '还没有名称的作品';

function flushAll(): void {
  for (const draft of drafts.values()) void draft.flush();
}

network.onChange(({ isOnline }) => {
  if (isOnline) flushAll();
});
appLife.onSuspend(flushAll);
appLife.onReturn(flushAll);
session.state.subscribe(() => {
  // The log-in had run out while something was unsent, and its person is back.
  if (session.state.get().kind === 'in') flushAll();
});
personal.whenPersonChanges(() => {
  for (const draft of drafts.values()) draft.stop();
  drafts.clear();
});
