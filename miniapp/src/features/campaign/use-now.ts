import { useEffect, useState } from 'react';
import type { Instant } from '@kepu/shared/time';
import { serverNow } from './campaign';

const STEP_MS = 10_000;

/** The server's time, looked at often enough that a deadline passing is seen while the page is open. */
export function useNow(stepMs = STEP_MS): Instant {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), stepMs);
    return () => clearInterval(timer);
  }, [stepMs]);
  return now;
}
