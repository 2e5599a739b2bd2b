import { Box } from '../platform/elements';
import { Icon, type BoldIconName } from './Icon';

export type TagTone = 'draft' | 'wait' | 'pass' | 'look' | 'fail' | 'plain';

interface TagProps {
  tone: TagTone;
  icon?: BoldIconName;
  children: string;
}

/** A state in one word; the outline and the icon say it before the colour does. */
export function Tag({ tone, icon, children }: TagProps) {
  return (
    <Box className={`k-tag k-tag--${tone} k-num`}>
      {icon && <Icon name={icon} isBold />}
      {children}
    </Box>
  );
}
