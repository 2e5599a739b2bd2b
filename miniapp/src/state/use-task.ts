import { useCallback, useEffect, useRef, useState } from 'react';

export interface Task {
  isBusy: boolean;
  /** What the last attempt failed with; null before the first and after a success. */
  failure: unknown;
  /** Runs a piece of work unless one is under way; answers whether it succeeded. */
  run: (work: () => Promise<void>) => Promise<boolean>;
  clear: () => void;
}

/** One thing a person asked for at a time: a second tap while it runs does nothing. */
export function useTask(): Task {
  const [state, setState] = useState<{ isBusy: boolean; failure: unknown }>({ isBusy: false, failure: null });
  const busy = useRef(false);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  const run = useCallback(async (work: () => Promise<void>) => {
    if (busy.current) return false;
    busy.current = true;
    setState({ isBusy: true, failure: null });
    let failure: unknown = null;
    try {
      await work();
    } catch (error) {
      failure = error;
    }
    busy.current = false;
    if (mounted.current) setState({ isBusy: false, failure });
    return failure === null;
  }, []);
  const clear = useCallback(() => setState((state) => ({ ...state, failure: null })), []);
  return { ...state, run, clear };
}
