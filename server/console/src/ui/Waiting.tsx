import { Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import styles from './states.module.css';

const SILENCE_MS = 2000;

interface Props {
  /** What is being done, said when it takes longer than two seconds. */
  what: string;
  rows?: number;
}

/** The very first load: an outline of what is coming. */
export function Waiting({ what, rows = 6 }: Props) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), SILENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.waiting} role="status" aria-live="polite">
      <Skeleton active title={false} paragraph={{ rows }} />
      <p>{isLong ? `正在${what}，请稍候。` : <span className="visually-hidden">正在{what}</span>}</p>
    </div>
  );
}
