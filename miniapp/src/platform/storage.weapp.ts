import { getStorage, getStorageInfo, removeStorage, setStorage } from '@tarojs/taro';
import type { KeyValueStore } from './storage';

/** Mini-program side of the store. A key that is not there is an error in WeChat and null here. */
export const storage: KeyValueStore = {
  read: (key) => getStorage<unknown>({ key }).then(({ data }) => (typeof data === 'string' ? data : null), () => null),
  write: async (key, text) => {
    await setStorage({ key, data: text });
  },
  remove: async (key) => {
    await removeStorage({ key });
  },
  keys: () => new Promise((resolve, reject) => void getStorageInfo({ success: ({ keys }) => resolve(keys) }).catch(reject)),
  onOutsideChange: () => () => undefined,
};
