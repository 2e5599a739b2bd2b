import type { KeepAwake } from './screen';

let lock: WakeLockSentinel | null = null;

export const keepAwake: KeepAwake = async (isOn) => {
  if (!('wakeLock' in navigator)) return;
  if (!isOn) {
    await lock?.release();
    lock = null;
  } else if (!lock || lock.released) {
    // Refused on a low battery: the upload then runs with the screen as it is.
    lock = await navigator.wakeLock.request('screen').catch(() => null);
  }
};
