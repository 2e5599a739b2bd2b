import { sayClock, type Instant } from '@kepu/shared/time';
import { Box, Txt } from '../platform/elements';
import { Icon } from './Icon';

/** Says that what is shown is old, and of when it is. */
export function OfflineStrip({ at }: { at: Instant }) {
  return (
    <Box className="k-offline k-num" role="status">
      <Icon name="offline" isSmall />
      <Txt>没有网络，下面是 {sayClock(at)} 的内容</Txt>
    </Box>
  );
}
