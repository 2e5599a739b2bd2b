import { useEffect } from 'react';
import type { ScanDeskReply } from '@kepu/shared/contracts/scan';
import type { Known } from '../../state/resource';
import { useResource } from '../../state/use-resource';
import { isUnderWay, scanResource } from './scans';

const POLL_MS = 1_500;

/** The desk of a work; asked for again and again while the server is at something on it. */
export function useScan(workId: string): Known<ScanDeskReply> & { reload: () => void } {
  const known = useResource(scanResource(workId));
  const isBusy = known.value !== null && isUnderWay(known.value);
  useEffect(() => {
    if (!isBusy) return undefined;
    // A question without an answer is asked again a moment later.
    const timer = setInterval(() => void scanResource(workId).load().catch(() => undefined), POLL_MS);
    return () => clearInterval(timer);
  }, [isBusy, workId]);
  return known;
}
