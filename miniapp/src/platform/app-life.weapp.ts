import { offAppHide, offAppShow, onAppHide, onAppShow } from '@tarojs/taro';
import type { AppLife } from './app-life';

export const appLife: AppLife = {
  onSuspend: (listener) => {
    onAppHide(listener);
    return () => offAppHide(listener);
  },
  onReturn: (listener) => {
    onAppShow(listener);
    return () => offAppShow(listener);
  },
  guardLeaving: () => undefined,
};
