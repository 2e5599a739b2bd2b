import { useEffect } from 'react';
import type { ComputerView } from '@kepu/shared/contracts/computer';
import { usePageVisible } from '../../platform/page';
import { useResource } from '../../state/use-resource';
import { workResource } from '../work/works';
import { computersResource } from './computers';

const LOOK_MS = 3_000;

/** Computers let in to a work. While there is one, the work is looked at every few seconds: what it sends shows here. */
export function useComputers(workId: string): ComputerView[] {
  const { value } = useResource(computersResource(workId));
  const isVisible = usePageVisible();
  const isFollowed = isVisible && (value ?? []).length > 0;
  useEffect(() => {
    if (!isFollowed) return undefined;
    // Looking again in three seconds is the retry.
    const timer = setInterval(() => void workResource(workId).load().catch(() => undefined), LOOK_MS);
    return () => clearInterval(timer);
  }, [workId, isFollowed]);
  return value ?? [];
}
