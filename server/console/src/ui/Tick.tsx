import { Icon } from './Icon';
import styles from './VerdictMark.module.css';

interface Props {
  /** Said and signed, in time, in order. */
  children: string;
  isWell?: boolean;
}

/** A fact that is as it should be, or is not, in its own words: not a verdict of the machine. */
export function Tick({ children, isWell = true }: Props) {
  return (
    <span className={`${styles.mark} ${isWell ? styles.ok : styles.bad}`}>
      <Icon name={isWell ? 'ticked' : 'octagon'} size={15} />
      {children}
    </span>
  );
}
