import type { AppLife } from './app-life';

const ask = (event: BeforeUnloadEvent) => event.preventDefault();

export const appLife: AppLife = {
  onSuspend: () => () => undefined,
  onReturn: (listener) => {
    const hear = () => {
      if (document.visibilityState === 'visible') listener();
    };
    document.addEventListener('visibilitychange', hear);
    return () => document.removeEventListener('visibilitychange', hear);
  },
  guardLeaving: (isOn) => {
    if (isOn) window.addEventListener('beforeunload', ask);
    else window.removeEventListener('beforeunload', ask);
  },
};
