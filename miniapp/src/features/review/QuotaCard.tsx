import type { UnitSlotsReply } from '@kepu/shared/contracts/campaign';
import { sayDeadline } from '@kepu/shared/time';
import { Box, Txt } from '../../platform/elements';
import { SlotMeter } from '../../ui/SlotMeter';
import { Tag } from '../../ui/Tag';
import { sayLeft } from '../campaign/deadline';
import { useNow } from '../campaign/use-now';
import { freeSlots, slotBoxes } from './unit';
import './review.css';

/** How many works the unit may still recommend, as boxes, and until when. */
export function QuotaCard({ quota }: { quota: UnitSlotsReply }) {
  const now = useNow();
  const { slots, recommendBy } = quota;
  const free = freeSlots(slots);
  return (
    <Box className="k-card">
      <Box className="k-row k-row--between k-row--base k-mb-3 k-stack">
        <Box className="qd">
          <Txt className="k-strong">还能推荐</Txt>
          <Txt className="qd__n k-num">{free.regular}</Txt>
          <Txt className="k-sub">部{free.reserved > 0 ? `，另有专设 ${free.reserved} 部` : ''}</Txt>
        </Box>
        <Txt className="k-cap k-num">共 {slots.length} 个名额</Txt>
      </Box>
      <SlotMeter slots={slotBoxes(slots)} />
      <Box className="k-row k-row--between k-mt-3 k-stack">
        <Txt className="k-sub k-num">推荐截止 {sayDeadline(recommendBy)}</Txt>
        <Tag tone={now >= recommendBy ? 'fail' : 'look'} icon="clock">{sayLeft(now, recommendBy)}</Tag>
      </Box>
    </Box>
  );
}
