/** What is done when a part of the app cannot be loaded any more; inside WeChat the parts come together. */
export const watchForNewBuild = (): void => undefined;
