/** Keeps keyboard and screen reader inside a sheet while it is open; returns how to leave it. */
export type EnterModal = (id: string, onEscape: () => void) => () => void;

export const enterModal: EnterModal = () => () => undefined;
