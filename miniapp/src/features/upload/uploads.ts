import { appLife } from '../../platform/app-life';
import { network } from '../../platform/network';
import { keepAwake } from '../../platform/screen';
import { personal } from '../../state/personal';
import { createStore, useStore } from '../../state/store';
import { session } from '../session/api';
import { startTusTransfer } from './tus-transfer';
import { Uploader, type UploadJob, type UploadState } from './uploader';

/** The uploads of this phone. They belong to the app, not to a page: pages come and go. */
const uploads = createStore<ReadonlyMap<string, Uploader>>(new Map());

/** The person may turn this off on the upload's page. */
export const staysAwake = createStore(true);

const ports = {
  start: startTusTransfer,
  network: () => network.now(),
  renewLogin: async () => {
    const token = await session.accessToken();
    return token !== null && (await session.renew(token)) !== null;
  },
  later: (ms: number, work: () => void) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  now: Date.now,
};

/** Name of an upload: what the file is for, and where in which work it goes. */
export const uploadKey = (purpose: UploadJob['purpose'], workId: string, place = '') => `${purpose}:${workId}:${place}`;

/** Begins an upload in place of one of the same key; `onDone` gets the id of the stored file. */
export async function beginUpload(key: string, job: UploadJob, onDone: (fileId: string) => void): Promise<void> {
  await uploads.get().get(key)?.drop();
  const uploader = new Uploader(job, ports);
  const stopWatching = uploader.store.subscribe(() => {
    settleScreen();
    const { phase } = uploader;
    if (phase.kind !== 'done') return;
    stopWatching();
    onDone(phase.fileId);
  });
  uploads.set((all) => new Map(all).set(key, uploader));
  await uploader.run();
}

export function uploaderOf(key: string): Uploader | null {
  return uploads.get().get(key) ?? null;
}

/** Lets go of an upload: it has arrived, or the person gave it up. */
export function forgetUpload(key: string): void {
  void uploads.get().get(key)?.drop();
  uploads.set((all) => new Map([...all].filter(([other]) => other !== key)));
  settleScreen();
}

/** The uploads of this phone whose names begin like this, in the order they were begun. */
export function useUploadKeys(beginning: string): string[] {
  return [...useStore(uploads).keys()].filter((key) => key.startsWith(beginning));
}

const NOTHING = { get: () => null, subscribe: () => () => undefined };

/** State of an upload of this phone; null when there is none of this key. */
export function useUpload(key: string): UploadState | null {
  const uploader = useStore(uploads).get(key) ?? null;
  return useStore<UploadState | null>(uploader?.store ?? NOTHING);
}

function everyUploader(act: (uploader: Uploader) => Promise<void>): void {
  for (const uploader of uploads.get().values()) void act(uploader);
}

/** While something is being sent the screen stays on and closing the page asks first. */
function settleScreen(): void {
  const isBusy = [...uploads.get().values()].some((uploader) => uploader.isActive);
  void keepAwake(isBusy && staysAwake.get());
  appLife.guardLeaving(isBusy);
}

staysAwake.subscribe(settleScreen);
appLife.onSuspend(() => everyUploader((uploader) => uploader.suspend()));
appLife.onReturn(() => everyUploader((uploader) => uploader.wake('foreground')));
network.onChange(({ isOnline }) => {
  if (isOnline) everyUploader((uploader) => uploader.wake('network'));
});
personal.whenPersonChanges(() => {
  everyUploader((uploader) => uploader.drop());
  uploads.set(new Map());
});
