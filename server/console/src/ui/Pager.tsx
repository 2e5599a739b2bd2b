import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Icon } from './Icon';
import styles from './Pager.module.css';

interface Props {
  /** How many there are: 共 23 部. */
  total: ReactNode;
  onBack: (() => void) | null;
  onNext: (() => void) | null;
  backLabel?: string;
  nextLabel?: string;
  children?: ReactNode;
}

/** Pages by key: the next ones, the ones before, and how many there are; no page numbers. */
export function Pager({ total, onBack, onNext, backLabel = '上一页', nextLabel = '下一页', children }: Props) {
  return (
    <footer className={styles.pager}>
      <span>{total}</span>
      <span className={styles.space} />
      <Button size="small" disabled={!onBack} onClick={() => onBack?.()}>
        {backLabel}
      </Button>
      <Button size="small" disabled={!onNext} onClick={() => onNext?.()}>
        {nextLabel}
        <Icon name="right" size={13} />
      </Button>
      {children}
    </footer>
  );
}
