import type { SystemFontScale } from './font-scale';

const USUAL_PX = 16;

export const systemFontScale: SystemFontScale = () => Promise.resolve(Number.parseFloat(window.getComputedStyle(document.documentElement).fontSize) / USUAL_PX);
