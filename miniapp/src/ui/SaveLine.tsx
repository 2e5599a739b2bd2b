import { Box, Txt } from '../platform/elements';
import { Icon, type BoldIconName, type IconName } from './Icon';
import { Tag, type TagTone } from './Tag';

interface SaveLineProps {
  icon: IconName;
  text: string;
  tone?: 'calm' | 'fail';
  tag: { tone: TagTone; icon?: BoldIconName; text: string };
}

/** Two facts, never merged and never hidden: is it kept, and is it handed in. */
export function SaveLine({ icon, text, tone = 'calm', tag }: SaveLineProps) {
  return (
    <Box className="k-save">
      <Box className={`k-save__l k-num ${tone === 'fail' ? 'k-save__l--fail' : ''}`} role="status">
        <Icon name={icon} isSmall />
        <Txt>{text}</Txt>
      </Box>
      <Tag tone={tag.tone} icon={tag.icon}>{tag.text}</Tag>
    </Box>
  );
}
