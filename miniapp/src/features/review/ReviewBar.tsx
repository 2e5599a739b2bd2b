import { useState } from 'react';
import { recommendationReasons } from '@kepu/shared/rules/recommendation';
import { holdsSlot, isWithUnit } from '@kepu/shared/domain/work-status';
import { Box } from '../../platform/elements';
import { goTo } from '../../platform/navigation';
import { Button } from '../../ui/Button';
import type { FilmControl } from '../../ui/film-control';
import { StickyBar } from '../../ui/StickyBar';
import { useNow } from '../campaign/use-now';
import { StatusTag } from '../work/StatusTag';
import { DeclineSheet } from './DeclineSheet';
import { DutyStrip } from './Duties';
import { recommendationFacts } from './recommendation-facts';
import { RecommendSheets } from './RecommendSheets';
import { ReturnSheet } from './ReturnSheet';
import type { Review } from './review';

type OpenSheet = 'return' | 'decline' | 'recommend' | null;

/** What the unit decides, always in the thumb's reach: duties above, return on the left, recommend on the right. */
export function ReviewBar({ review, control }: { review: Review; control: FilmControl }) {
  const { work } = review;
  const [sheet, setSheet] = useState<OpenSheet>(null);
  const now = useNow();
  if (!isWithUnit(work.status)) return <DoneBar review={review} />;
  const reasons = recommendationReasons(recommendationFacts({ ...review, now }));
  const close = () => setSheet(null);
  return (
    <>
      <Box className="k-bar">
        <DutyStrip review={review} />
        <Box className="k-bar__btns">
          <Button kind="warn" icon="undo" onTap={() => setSheet('return')}>退回修改</Button>
          <Button isWide onTap={() => setSheet('recommend')}>推荐</Button>
        </Box>
      </Box>
      {sheet === 'return' && <ReturnSheet review={review} control={control} onClose={close} onDecline={() => setSheet('decline')} />}
      {sheet === 'decline' && <DeclineSheet review={review} onClose={close} />}
      {sheet === 'recommend' && <RecommendSheets review={review} reasons={reasons} onClose={close} />}
    </>
  );
}

function DoneBar({ review: { work } }: { review: Review }) {
  return (
    <StickyBar tip={<StatusTag work={{ status: work.status, inEffect: work.scan !== null }} />}>
      {holdsSlot(work.status)
        ? <Button onTap={() => goTo('pages/unit/recommended/index', { work: work.id })}>{work.scan ? '看推荐情况' : '办理盖章扫描件'}</Button>
        : <Button kind="line" onTap={() => goTo('pages/unit/history/index', { work: work.id })}>看经过</Button>}
    </StickyBar>
  );
}
