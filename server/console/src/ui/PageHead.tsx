import { useEffect, type ReactNode } from 'react';
import styles from './PageHead.module.css';

interface Props {
  title: string;
  /** Tags and small facts after the title. */
  facts?: ReactNode;
  sub?: ReactNode;
  actions?: ReactNode;
  /** Before the title: the way back. */
  back?: ReactNode;
}

/** Title line of a page; also the title of the browser's tab. */
export function PageHead({ title, facts, sub, actions, back }: Props) {
  useEffect(() => {
    document.title = `${title} · 科普微视频征集推荐`;
  }, [title]);
  return (
    <header className={styles.head}>
      {back}
      <h1>{title}</h1>
      {facts}
      {sub && <span className={styles.sub}>{sub}</span>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
