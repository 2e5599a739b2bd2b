import type { ReturnReason, ReturnView } from '@kepu/shared/contracts/work';
import { sayDeadline, sayLength, sayTimecode } from '@kepu/shared/time';
import { Box, Tap, Txt } from '../../platform/elements';
import { serverNow } from '../campaign/campaign';
import { sayLeft } from '../campaign/deadline';
import { sayPath } from '../work/field-labels';
import { open } from '../draft/places';
import { reasonTarget } from './reason-target';
import './submission.css';

interface ReturnedCardProps {
  workId: string;
  returned: ReturnView;
  /** Reasons the creator has not been to yet. */
  untouched: readonly ReturnReason[];
}

/** Every thing to mend, at its field or its second, with the way there. */
export function ReturnedCard({ workId, returned, untouched }: ReturnedCardProps) {
  const { reasons, resubmitBy, byName, unitName } = returned;
  return (
    <Box className="k-card rt">
      <Box className="k-head">{reasons.length} 处要改</Box>
      <Box className="k-sub">
        请在 <Txt className="k-strong k-num">{sayDeadline(resubmitBy)}</Txt> 前重新提交，{sayLeft(serverNow(), resubmitBy)}
      </Box>
      <Box className="k-cap">{unitName} {byName}</Box>
      {reasons.map((reason, index) => (
        <Box key={index} className="rt-i">
          <Box className="k-row k-row--top">
            {reason.atMs !== null && <Box className="rt-tc k-num">{sayTimecode(reason.atMs)}</Box>}
            <Box className="k-grow">
              <Box className="rt-w">{sayPath(reason.path)}{reason.atMs === null ? '' : ` · ${sayLength(reason.atMs)}`}{untouched.includes(reason) ? '' : ' · 已改过'}</Box>
              <Box className="rt-q k-wrap">{reason.note}</Box>
            </Box>
            <Tap className="k-link" label={`${sayPath(reason.path)}：${reason.atMs === null ? '去改' : '去看'}`} onTap={() => open(reasonTarget(workId, reason))}>{reason.atMs === null ? '去改' : '去看'}</Tap>
          </Box>
        </Box>
      ))}
    </Box>
  );
}
