import { useEffect } from 'react';
import type { TabPage } from '../../platform/tabs';
import { useStore } from '../../state/store';
import { TabBar, type TabBarItem } from '../../ui/TabBar';
import { useHat, type Hat } from '../session/roles';
import { deskResource, todosOf } from './desk';

/** The tabs of the person's role, with what waits on them. */
export function AppTabBar({ here }: { here: TabPage }) {
  const hat = useHat();
  const desk = useStore(deskResource());
  useEffect(() => {
    // The number on the tab is a courtesy: without it the page still says what waits.
    if (hat) deskResource().load().catch(() => undefined);
  }, [hat, here]);
  return <TabBar here={here} items={tabsOf(hat, hat ? todosOf(desk.value, hat).length : 0)} />;
}

function tabsOf(hat: Hat | null, count: number): TabBarItem[] {
  const me: TabBarItem = { page: 'pages/me/index', label: '我的', icon: 'user' };
  if (hat?.role === 'recommender') {
    return [{ page: 'pages/inbox/index', label: '待办', icon: 'inbox', count }, { page: 'pages/slots/index', label: '名额', icon: 'slots' }, me];
  }
  const home: TabBarItem = { page: 'pages/home/index', label: '首页', icon: 'home' };
  return hat ? [home, { page: 'pages/works/index', label: '作品', icon: 'film', count }, me] : [home, me];
}
