import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import styles from './states.module.css';

interface Props {
  icon?: IconName;
  title: string;
  /** Why it is empty and who moves next. */
  children?: ReactNode;
  actions?: ReactNode;
}

/** Nothing to show yet, and why. */
export function Empty({ icon = 'film', title, children, actions }: Props) {
  return (
    <div className={styles.state}>
      <span className={styles.drawing}>
        <Icon name={icon} size={40} />
      </span>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
