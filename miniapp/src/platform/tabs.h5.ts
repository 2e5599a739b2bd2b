import { reLaunch } from '@tarojs/taro';
import type { TabPage } from './tabs';

export function openTab(page: TabPage): void {
  void reLaunch({ url: `/${page}` });
}
