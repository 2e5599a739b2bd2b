import { Tap } from '../platform/elements';
import { Icon, type IconName } from './Icon';

interface ButtonProps {
  children: string;
  kind?: 'main' | 'line' | 'warn' | 'soft' | 'text';
  icon?: IconName;
  isSmall?: boolean;
  /** Takes more of a row than its neighbour. */
  isWide?: boolean;
  isBusy?: boolean;
  /** Spoken name, where the words on it are too short to stand alone. */
  label?: string;
  onTap: () => void;
}

/** One filled (`main`) button a page; it names its result. */
export function Button({ children, kind = 'main', icon, isSmall, isWide, isBusy, label, onTap }: ButtonProps) {
  const className = `k-btn k-btn--${kind} ${isSmall ? 'k-btn--s' : ''} ${isWide ? 'k-btn--wide' : ''}`;
  return (
    <Tap className={className} label={label} isBusy={isBusy} onTap={onTap}>
      {icon && <Icon name={icon} />}
      {children}
    </Tap>
  );
}
