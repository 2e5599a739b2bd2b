/** Puts a text on the clipboard; answers whether it got there. */
export type CopyText = (text: string) => Promise<boolean>;

export const copyText: CopyText = () => Promise.resolve(false);
