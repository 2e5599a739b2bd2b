import { Icon } from './Icon';
import styles from './Chip.module.css';

interface Props {
  /** The condition in words: 状态：已推荐. */
  children: string;
  onRemove: () => void;
}

/** One condition of a filter, with a way to drop it. */
export function Chip({ children, onRemove }: Props) {
  return (
    <span className={styles.chip}>
      {children}
      <button type="button" aria-label={`去掉条件“${children}”`} onClick={onRemove}>
        <Icon name="cross" size={12} />
      </button>
    </span>
  );
}
