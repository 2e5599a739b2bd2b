import { useEffect } from 'react';
import type { WorkView } from '@kepu/shared/contracts/work';
import { api } from '../session/api';
import { workResource } from '../work/works';

const POLL_MS = 2_000;
/** The first verdicts come within a second or two. */
const FIRST_POLL_MS = 1_000;

/** While a film is being inspected, asks how it goes; with every stage that is done the work and its verdicts so far are fetched again. */
export function useInspection(work: WorkView | null): void {
  const id = work?.id ?? null;
  const state = work?.film?.inspection.state ?? null;
  const stages = work?.film?.inspection.stagesDone.length ?? 0;
  useEffect(() => {
    if (id === null || (state !== 'queued' && state !== 'running')) return undefined;
    const ask = async () => {
      const inspection = await api.call('GET /api/works/:workId/inspection', { params: { workId: id } });
      if (inspection.state !== state || inspection.stagesDone.length !== stages) await workResource(id).load();
    };
    // A question without an answer is asked again a little later.
    const timer = setInterval(() => void ask().catch(() => undefined), stages === 0 ? FIRST_POLL_MS : POLL_MS);
    return () => clearInterval(timer);
  }, [id, state, stages]);
}

/** Has the film inspected once more, where the tools failed. */
export async function inspectAgain({ id }: WorkView): Promise<void> {
  await api.call('POST /api/works/:workId/inspection', { params: { workId: id } });
  await workResource(id).load();
}
