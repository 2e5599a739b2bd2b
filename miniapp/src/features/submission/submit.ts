import type { DraftSync } from '../draft/draft-sync';
import { api } from '../session/api';
import { deskResource } from '../desk/desk';
import { takeWork, workResource, worksResource } from '../work/works';

/** Hands a work to its unit: everything typed first, then the version that is frozen. */
export async function submit(sync: DraftSync): Promise<void> {
  await sync.flush();
  const { workId } = sync;
  const { revision } = await workResource(workId).load();
  await api.call('PUT /api/works/:workId/submission', { params: { workId }, body: { revision } });
  await refresh(workId);
}

/** Takes a submission back: the work is a draft again. */
export async function withdraw(workId: string): Promise<void> {
  takeWork(await api.call('DELETE /api/works/:workId/submission', { params: { workId } }));
  await refresh(workId);
}

/** What was done is done; lists that cannot be fetched now are fetched when they are looked at. */
async function refresh(workId: string): Promise<void> {
  await Promise.allSettled([workResource(workId).load(), worksResource().load(), deskResource().load()]);
}
