/** Keeps the screen from going dark while an upload runs; does nothing where that cannot be asked for. */
export type KeepAwake = (isOn: boolean) => Promise<void>;

export const keepAwake: KeepAwake = () => Promise.resolve();
