import { getCurrentPages, navigateBack, navigateTo, redirectTo } from '@tarojs/taro';
import { openTab, type TabPage } from './tabs';

export type PagePath = `pages/${string}/index`;
export type PageParams = Record<string, string | undefined>;

/** Address of a page inside the app, parameters encoded: `/pages/login/index?next=%2Fpages…`. */
export function pageUrl(path: PagePath, params: PageParams = {}): string {
  const query = Object.entries(params).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [`${key}=${encodeURIComponent(value)}`]));
  return `/${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

/** Opens a page on top of this one. */
export function goTo(path: PagePath, params?: PageParams): void {
  void navigateTo({ url: pageUrl(path, params) });
}

/** Opens a page in place of this one: the way back skips this page. */
export function replaceWith(path: PagePath, params?: PageParams): void {
  void redirectTo({ url: pageUrl(path, params) });
}

export function canGoBack(): boolean {
  return getCurrentPages().length > 1;
}

/** Where the way back leads when a page was opened directly and has none before it. */
export type Backstop = TabPage | (() => void);

/** Back to the page before. */
export function goBack(otherwise: Backstop): void {
  if (canGoBack()) void navigateBack({ delta: 1 });
  else if (typeof otherwise === 'function') otherwise();
  else openTab(otherwise);
}

const TABS: readonly TabPage[] = ['pages/home/index', 'pages/works/index', 'pages/inbox/index', 'pages/slots/index', 'pages/me/index'];

/** Goes on to an address inside the app, which may be one of the tabs. */
export function continueTo(url: string): void {
  const path = url.replace(/^\//u, '').split('?')[0];
  const tab = TABS.find((page) => page === path);
  if (tab) openTab(tab);
  else void redirectTo({ url });
}
