import { setNavigationBarTitle, useDidHide, useDidShow, useRouter } from '@tarojs/taro';
import { useEffect, useMemo, useState } from 'react';

/** The parameters this page was opened with, decoded. */
export function usePageParams(): Readonly<Record<string, string | undefined>> {
  const { params } = useRouter();
  return useMemo(() => {
    const entries = Object.entries(params).map(([key, value]) => [key, value === undefined ? undefined : decodeURIComponent(value)] as const);
    return Object.fromEntries(entries);
  }, [params]);
}

/** Path and query of this page, to come back to it after a log-in. */
export function useOwnAddress(): string {
  const { path, params } = useRouter();
  const query = Object.entries(params).flatMap(([key, value]) => (value === undefined || key === 'stamp' || key.startsWith('$') ? [] : [`${key}=${value}`]));
  return `/${path.replace(/^\//u, '').split('?')[0] ?? ''}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

/** Calls back each time the page comes into view. */
export const usePageShow: (onShow: () => void) => void = useDidShow;

/** Whether this page is the one in view: those under it stay alive and must not lead anywhere. */
export function usePageVisible(): boolean {
  const [isVisible, setVisible] = useState(true);
  useDidShow(() => setVisible(true));
  useDidHide(() => setVisible(false));
  return isVisible;
}

/** Sets the title in the platform's own bar or of the browser's tab. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    void setNavigationBarTitle({ title });
  }, [title]);
}
