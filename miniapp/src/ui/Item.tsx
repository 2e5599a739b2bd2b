import type { ReactNode } from 'react';
import { Box, Tap, Txt } from '../platform/elements';
import { Icon, type IconName } from './Icon';

interface ItemProps {
  title: ReactNode;
  caption?: ReactNode;
  icon?: IconName;
  /** Stands in a tinted square. */
  leadIcon?: IconName;
  number?: number;
  side?: ReactNode;
  label?: string;
  onTap?: () => void;
}

/** A row of a card; with `onTap` it leads somewhere and says so with an arrow. */
export function Item({ title, caption, icon, leadIcon, number, side, label, onTap }: ItemProps) {
  const content = (
    <>
      {number !== undefined && <Txt className="k-item__no k-num">{number}</Txt>}
      {icon && <Box className="k-item__icon"><Icon name={icon} /></Box>}
      {leadIcon && <Box className="k-lead"><Icon name={leadIcon} /></Box>}
      <Box className="k-grow">
        {title}
        {caption !== undefined && <Box className="k-cap k-num">{caption}</Box>}
      </Box>
      {side}
      {onTap && <Box className="k-item__go"><Icon name="right" isSmall /></Box>}
    </>
  );
  return onTap ? <Tap className="k-item" label={label} onTap={onTap}>{content}</Tap> : <Box className="k-item">{content}</Box>;
}
