import { Suspense, useEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useLocation, type Location } from 'react-router';
import { CurrentCampaign } from '../../features/campaign/current';
import { LoginAgain } from '../../features/session/LoginAgain';
import { useScanner } from '../../ui/scanner/scanner';
import { Waiting } from '../../ui/Waiting';
import { fetchPagesLater } from '../pages';
import { ScannedElsewhere } from './ScannedElsewhere';
import styles from './Shell.module.css';
import { SideNav } from './SideNav';
import { TopBar } from './TopBar';

/** What a scroll position belongs to: an entry of the history, and for the first page after a load, which has no entry of its own, its address. */
const placeOf = ({ key, pathname, search }: Location) => (key === 'default' ? pathname + search : key);

/** The frame around every page behind the log-in. */
export function Shell() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  useEffect(fetchPagesLater, []);
  useScanner();
  return (
    <CurrentCampaign>
      {/* Before the pages: whatever page takes scans itself comes after it. */}
      <ScannedElsewhere />
      <a className={styles.skip} href="#main">
        跳到正文
      </a>
      <SideNav />
      <div className={styles.page}>
        <TopBar />
        <main id="main" ref={main} className={styles.main} tabIndex={-1}>
          <Suspense fallback={<Waiting what="打开页面" />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <LoginAgain />
      <ScrollRestoration getKey={placeOf} />
    </CurrentCampaign>
  );
}
