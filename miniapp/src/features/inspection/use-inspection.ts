import { useEffect } from 'react';
import type { WorkView } from '@kepu/shared/contracts/work';
import { api } from '../session/api';
import { takeWork, workResource } from '../work/works';

const POLL_MS = 2_000;

/** While a film is being inspected, asks how it goes; the whole work is fetched again when it is done. */
export function useInspection(work: WorkView | null): void {
  const id = work?.id ?? null;
  const state = work?.film?.inspection.state ?? null;
  useEffect(() => {
    if (id === null || (state !== 'queued' && state !== 'running')) return undefined;
    const ask = async () => {
      const inspection = await api.call('GET /api/works/:workId/inspection', { params: { workId: id } });
      if (inspection.state !== state) await workResource(id).load();
    };
    // A question without an answer is asked again in two seconds.
    const timer = setInterval(() => void ask().catch(() => undefined), POLL_MS);
    return () => clearInterval(timer);
  }, [id, state]);
}

/** Has the film inspected once more, where the tools failed. */
export async function inspectAgain(work: WorkView): Promise<void> {
  const inspection = await api.call('POST /api/works/:workId/inspection', { params: { workId: work.id } });
  if (work.film) takeWork({ ...work, filmState: 'inspecting', film: { ...work.film, inspection } });
}
