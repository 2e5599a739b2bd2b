import type { WorkView } from '@kepu/shared/contracts/work';
import { personal } from '../../state/personal';
import { createStore } from '../../state/store';
import type { DraftSync } from '../draft/draft-sync';
import { campaignResource } from '../campaign/campaign';
import { api, session } from '../session/api';
import { Refused } from '../session/refused';
import { takeWork, workResource } from '../work/works';
import { fromZero, type Strokes } from './strokes';

/** Signatures drawn sideways on a page of their own, on their way back to the page that uses them. */
export const drawnSideways = createStore<ReadonlyMap<string, Strokes>>(new Map());

export function bringBack(workId: string, strokes: Strokes | null): void {
  drawnSideways.set((all) => {
    const next = new Map([...all].filter(([id]) => id !== workId));
    return strokes ? next.set(workId, strokes) : next;
  });
}

/**
 * Accepts the commitment and puts the signature under the form as it is now. Everything typed goes to the
 * server first: a signature belongs to exactly the words it was put under, the form's and the commitment's.
 */
export async function sign(sync: DraftSync, strokes: Strokes, image: string, commitmentVersion: string): Promise<WorkView> {
  sync.edit('commitmentAccepted', true);
  await sync.flush();
  const { revision } = await workResource(sync.workId).load();
  const work = await api.call('PUT /api/works/:workId/signature', { params: { workId: sync.workId }, body: { strokes: fromZero(strokes), image, revision, commitmentVersion } })
    .catch(async (error: unknown) => {
      if (error instanceof Refused && error.has('COMMITMENT_CHANGED')) await campaignResource().load(); // shows the new text, to be read before it is signed
      throw error;
    });
  sync.take(work);
  takeWork(work);
  await nameAccount(sync.store.get().form.creators[0]?.name ?? '');
  return work;
}

/** Who signs is the first author: an account without a name takes theirs, so that the log says who did what. */
async function nameAccount(name: string): Promise<void> {
  const state = session.state.get();
  if (state.kind !== 'in' || state.account.name !== null || name.trim() === '') return;
  // The signature stands without it; the name can also be given under 我的.
  await api.call('PUT /api/me/name', { body: { name: name.trim() } }).then(async () => session.takeAccount(await api.call('GET /api/me'))).catch(() => undefined);
}

personal.whenPersonChanges(() => drawnSideways.set(new Map()));
