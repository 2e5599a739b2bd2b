import { useEffect } from 'react';
import type { ReturnReason, WorkView } from '@kepu/shared/contracts/work';
import { useStore } from '../../state/store';
import { draftOf } from '../draft/drafts';
import { versionResource } from '../work/versions';
import { isTouched } from './mending';

/** Reasons of a returned work the creator has not been to since; all of them while the old version is not known. */
export function useUntouched(work: WorkView): ReturnReason[] {
  const version = versionResource(work.id, work.version?.number ?? 0);
  const known = useStore(version);
  const { form } = useStore(draftOf(work).store);
  const isReturned = work.returned !== null && work.version !== null;
  useEffect(() => {
    // Without the old version nothing counts as touched: the person sees one step too many, never one too few.
    if (isReturned) version.load().catch(() => undefined);
  }, [version, isReturned]);
  return (work.returned?.reasons ?? []).filter((reason) => known.value === null || !isTouched(reason, form, work.film, known.value));
}
