import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { session } from '../api/call';
import { useSession } from '../features/session/use-session';
import { Failed } from '../ui/Failed';
import { Waiting } from '../ui/Waiting';

/** Looks for the log-in of this tab before the first page is chosen. */
export function Started({ children }: { children: ReactNode }) {
  const state = useSession();
  const [error, setError] = useState<unknown>(null);
  const start = useCallback(() => {
    setError(null);
    session.start().catch(setError);
  }, []);
  useEffect(start, [start]);
  if (state.kind !== 'starting') return children;
  return error ? <Failed what="没有连上服务器" error={error} retry={start} /> : <Waiting what="恢复登录" />;
}
