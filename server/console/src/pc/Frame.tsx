import type { ReactNode } from 'react';
import styles from './pc.module.css';

/** The page's bar and its middle. */
export function Frame({ side, children }: { side?: ReactNode; children: ReactNode }) {
  return (
    <>
      <header className={styles.bar}>
        <img src="/console/mark.svg" alt="" width="26" height="26" />
        <h1>科普微视频 · 电脑上传</h1>
        <div className={styles.side}>{side}</div>
      </header>
      <main className={styles.main}>{children}</main>
    </>
  );
}
