import { switchTab } from '@tarojs/taro';
import type { TabPage } from './tabs';

export function openTab(page: TabPage): void {
  void switchTab({ url: `/${page}` });
}
