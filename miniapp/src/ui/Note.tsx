import type { ReactNode } from 'react';
import { Box } from '../platform/elements';
import { Icon, type IconName } from './Icon';

interface NoteProps {
  tone?: 'plain' | 'look' | 'fail' | 'pass' | 'brand';
  icon?: IconName;
  /** Spoken at once when it appears. */
  isAlert?: boolean;
  children: ReactNode;
}

const ICONS: Record<NonNullable<NoteProps['tone']>, IconName> = { plain: 'info', look: 'alert', fail: 'alert', pass: 'check', brand: 'info' };

/** One sentence that matters. */
export function Note({ tone = 'plain', icon = ICONS[tone], isAlert, children }: NoteProps) {
  return (
    <Box className={`k-note k-note--${tone}`} role={isAlert ? 'alert' : undefined}>
      <Icon name={icon} />
      <Box className="k-grow">{children}</Box>
    </Box>
  );
}
