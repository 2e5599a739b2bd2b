import { setClipboardData } from '@tarojs/taro';
import type { CopyText } from './clipboard';

export const copyText: CopyText = (data) => setClipboardData({ data }).then(() => true, () => false);
