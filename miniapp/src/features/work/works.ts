import type { WorkListItem, WorkView } from '@kepu/shared/contracts/work';
import { cached } from '../../state/cached';
import type { Resource } from '../../state/resource';
import { api } from '../session/api';

/** The creator's own works, the last changed first. */
export const worksResource = () => cached<WorkListItem[]>('works', () => api.call('GET /api/works/mine'));

/** One work as its reader may see it. */
export function workResource(workId: string): Resource<WorkView> {
  return cached(`work:${workId}`, () => api.call('GET /api/works/:workId', { params: { workId } }));
}

/** Takes the work an answer brought, so that every page that shows it is up to date. */
export function takeWork(work: WorkView): void {
  workResource(work.id).take(work);
}

/** Starts a work; the answer is its empty draft. */
export async function createWork(): Promise<WorkView> {
  const work = await api.call('POST /api/works', { body: {} });
  takeWork(work);
  return work;
}
