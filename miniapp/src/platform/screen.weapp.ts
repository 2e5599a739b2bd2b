import { setKeepScreenOn } from '@tarojs/taro';
import type { KeepAwake } from './screen';

/** Where the phone refuses, the upload runs with the screen as it is. */
export const keepAwake: KeepAwake = (keepScreenOn) => setKeepScreenOn({ keepScreenOn }).then(() => undefined, () => undefined);
