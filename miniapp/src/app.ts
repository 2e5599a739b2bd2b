import { useEffect, type PropsWithChildren } from 'react';
import './app.css';
import { session } from './features/session/api';
import { loadHat } from './features/session/roles';
import { watchForNewBuild } from './platform/stale-build';
import { loadTextSize } from './ui/text-size';

/** Recalls what this phone remembers; every page draws itself meanwhile. */
export default function App({ children }: PropsWithChildren) {
  useEffect(() => {
    watchForNewBuild();
    void Promise.all([loadHat(), loadTextSize()]).then(() => session.load());
  }, []);
  return children;
}
