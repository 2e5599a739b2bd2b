import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import styles from './Tag.module.css';

export type TagTone = 'plain' | 'quiet' | 'brand' | 'ok' | 'look' | 'bad' | 'area';

interface Props {
  tone?: TagTone;
  icon?: IconName;
  title?: string;
  children: ReactNode;
}

/** A short word in a frame. */
export function Tag({ tone = 'quiet', icon, title, children }: Props) {
  return (
    <span className={`${styles.tag} ${styles[tone]}`} title={title}>
      {icon && <Icon name={icon} size={13} />}
      {children}
    </span>
  );
}
