import type { ShownVerdict } from '@kepu/shared/inspection/finding';
import { Icon, type IconName } from './Icon';
import { verdictWord } from './verdict-words';
import styles from './VerdictMark.module.css';

interface Look {
  icon: IconName;
  tone: string | undefined;
}

const LOOKS: Record<ShownVerdict, Look> = {
  fail: { icon: 'octagon', tone: styles.bad },
  look: { icon: 'triangle', tone: styles.look },
  unchecked: { icon: 'person', tone: styles.human },
  reviewed: { icon: 'users', tone: styles.human },
  pass: { icon: 'ticked', tone: styles.ok },
  notApplicable: { icon: 'dashed', tone: styles.mute },
  nothing: { icon: 'dashed', tone: styles.mute },
};

interface Props {
  verdict: ShownVerdict;
  /** How many, in a list; without it the word stands beside the shape. */
  count?: number;
  /** Shape alone, the word for screen readers and on hover: on the player's strip. */
  bare?: boolean;
}

/** What the machine found: shape, word and colour together, never colour alone. */
export function VerdictMark({ verdict, count, bare = false }: Props) {
  const { icon, tone } = LOOKS[verdict];
  const word = verdictWord(verdict);
  const isShapeOnly = bare || count !== undefined;
  return (
    <span className={`${styles.mark} ${tone}`} title={isShapeOnly ? word : undefined}>
      <Icon name={icon} size={15} />
      {isShapeOnly ? <span className="visually-hidden">{word}</span> : word}
      {count !== undefined && <b>{count}</b>}
    </span>
  );
}
