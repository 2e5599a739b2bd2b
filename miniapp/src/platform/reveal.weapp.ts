import { pageScrollTo } from '@tarojs/taro';
import type { Reveal } from './reveal';

export const reveal: Reveal = (id) => void pageScrollTo({ selector: `#${id}`, offsetTop: -120, duration: 200 });
