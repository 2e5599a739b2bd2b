import { createStore } from '../state/store';
import type { IconName } from './Icon';

export interface ToastMessage {
  text: string;
  icon: IconName;
  /** A way to take back what was just done. */
  action?: { text: string; run: () => void };
}

export const toastStore = createStore<ToastMessage | null>(null);

const SHOWN_MS = 3200;
const WITH_ACTION_MS = 6000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says good news or a fact in passing; never a decision, never an error. */
export function toast(text: string, more: { icon?: IconName; action?: ToastMessage['action'] } = {}): void {
  clearTimeout(timer);
  toastStore.set({ text, icon: more.icon ?? 'check', action: more.action });
  timer = setTimeout(() => toastStore.set(null), more.action ? WITH_ACTION_MS : SHOWN_MS);
}

export function hideToast(): void {
  clearTimeout(timer);
  toastStore.set(null);
}
