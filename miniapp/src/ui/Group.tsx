import { Box, Txt } from '../platform/elements';

interface GroupProps {
  title: string;
  aside?: string;
  isFirst?: boolean;
}

/** Heading of a group of cards, with a quiet remark on the right. */
export function Group({ title, aside, isFirst }: GroupProps) {
  return (
    <Box className={`k-group ${isFirst ? 'k-group--first' : ''}`} role="heading">
      <Txt>{title}</Txt>
      {aside !== undefined && <Txt className="k-cap k-num">{aside}</Txt>}
    </Box>
  );
}
