import type { Exclusively } from './exclusive';

const LEASE_MS = 15_000;
const SETTLE_MS = 40;

/**
 * One after another over all tabs of the browser. Web Locks exist on secure pages only; a page served
 * over plain http takes a lease in the shared storage instead.
 */
export const exclusively: Exclusively = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request(`kepu:${name}`, work) : underLease(`kepu:lock:${name}`, work);

async function underLease<T>(key: string, work: () => Promise<T>): Promise<T> {
  const me = Math.random().toString(36).slice(2);
  while (!(await takeLease(key, me))) await pause(SETTLE_MS * (1 + Math.random()));
  try {
    return await work();
  } finally {
    if (holder(key) === me) window.localStorage.removeItem(key);
  }
}

/** Writes its name and looks again a moment later: of two writers only the last one stays. */
async function takeLease(key: string, me: string): Promise<boolean> {
  if (holder(key) !== null) return false;
  window.localStorage.setItem(key, `${me} ${Date.now() + LEASE_MS}`);
  await pause(SETTLE_MS);
  return holder(key) === me;
}

function holder(key: string): string | null {
  const [id, until] = (window.localStorage.getItem(key) ?? '').split(' ');
  return id && Number(until) > Date.now() ? id : null;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
