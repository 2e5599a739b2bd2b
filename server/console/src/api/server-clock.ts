import type { Instant } from '@kepu/shared/time';
import { useCallback, useSyncExternalStore } from 'react';

let offsetMs = 0;

/** Learns how far this computer's clock is from the server's: deadlines are the server's, whatever a PC shows. */
export function adjustClock(serverTime: Instant, receivedAt: number): void {
  offsetMs = serverTime - receivedAt;
}

/** A moment of this computer's clock as the server's clock would have shown it. */
export function onServerClock(at: number): Instant {
  return at + offsetMs;
}

export function serverNow(): Instant {
  return onServerClock(Date.now());
}

/** The server's time, in steps: a component shows it again only when a step has passed. */
export function useServerNow(stepMs: number): Instant {
  const subscribe = useCallback(
    (tick: () => void) => {
      const timer = setInterval(tick, Math.min(stepMs, 1000));
      return () => clearInterval(timer);
    },
    [stepMs],
  );
  return useSyncExternalStore(subscribe, () => Math.floor(serverNow() / stepMs) * stepMs);
}
