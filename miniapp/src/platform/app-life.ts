/** The app goes out of sight and comes back. */
export interface AppLife {
  /** Only where the platform stops requests in the background; a browser tab goes on working. */
  onSuspend(listener: () => void): () => void;
  onReturn(listener: () => void): () => void;
  /** While `true`, closing the page asks first, where a page can be closed by accident. */
  guardLeaving(isOn: boolean): void;
}

export const appLife: AppLife = { onSuspend: () => () => undefined, onReturn: () => () => undefined, guardLeaving: () => undefined };
