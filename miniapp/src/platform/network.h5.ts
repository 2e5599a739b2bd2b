import type { Network, NetworkState } from './network';

/** Only some browsers tell whether the connection is a cellular one. */
interface Connection {
  type?: string;
}

function state(): NetworkState {
  const { type } = (navigator as Navigator & { connection?: Connection }).connection ?? {};
  return { isOnline: navigator.onLine, isMetered: type === undefined ? null : type === 'cellular' };
}

export const network: Network = {
  now: () => Promise.resolve(state()),
  onChange: (listener) => {
    const hear = () => listener(state());
    window.addEventListener('online', hear);
    window.addEventListener('offline', hear);
    return () => {
      window.removeEventListener('online', hear);
      window.removeEventListener('offline', hear);
    };
  },
};
