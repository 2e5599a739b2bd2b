import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** Rows of "what: value", with room at the right for a remark. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}

interface RowProps {
  label: string;
  remark?: ReactNode;
  /** Something here waits for somebody. */
  isMarked?: boolean;
  children: ReactNode;
}

export function Fact({ label, remark, isMarked = false, children }: RowProps) {
  return (
    <div className={isMarked ? styles.marked : undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
      {remark && <dd className={styles.remark}>{remark}</dd>}
    </div>
  );
}
