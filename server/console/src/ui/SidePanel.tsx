import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Icon } from './Icon';
import styles from './SidePanel.module.css';

interface Props {
  label: string;
  /** Small line above the title. */
  kicker?: ReactNode;
  title: ReactNode;
  extra?: ReactNode;
  onClose: () => void;
  footer?: ReactNode;
  children: ReactNode;
}

/** Detail beside a list: the list stays usable, and the panel changes with the chosen row. */
export function SidePanel({ label, kicker, title, extra, onClose, footer, children }: Props) {
  return (
    <aside className={styles.panel} aria-label={label}>
      <header className={styles.head}>
        <div className={styles.title}>
          {kicker && <p>{kicker}</p>}
          <h2>{title}</h2>
        </div>
        {extra}
        <Button type="text" size="small" aria-label="关闭" onClick={onClose} icon={<Icon name="cross" />} />
      </header>
      <div className={styles.body} tabIndex={-1}>
        {children}
      </div>
      {footer && <footer className={styles.foot}>{footer}</footer>}
    </aside>
  );
}
