import { getAppBaseInfo } from '@tarojs/taro';
import type { SystemFontScale } from './font-scale';

const USUAL_PX = 16;

/** Older WeChat does not tell; the person then sets large text in the app. */
export const systemFontScale: SystemFontScale = () => {
  const setting: unknown = typeof getAppBaseInfo === 'function' ? Reflect.get(getAppBaseInfo(), 'fontSizeSetting') : null;
  return Promise.resolve(typeof setting === 'number' ? setting / USUAL_PX : 1);
};
