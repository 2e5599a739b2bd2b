/** Text size the person has set in the system or in WeChat, as a factor of the usual one. */
export type SystemFontScale = () => Promise<number>;

export const systemFontScale: SystemFontScale = () => Promise.resolve(1);
