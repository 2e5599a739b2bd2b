import { useState } from 'react';
import { sentenceOf, type Reason } from '@kepu/shared/errors';
import { usableSlots } from '@kepu/shared/rules/quota';
import { scanBy } from '@kepu/shared/rules/windows';
import { sayDeadline } from '@kepu/shared/time';
import { Box } from '../../platform/elements';
import { replaceWith } from '../../platform/navigation';
import { openTab } from '../../platform/tabs';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Note';
import { Sheet } from '../../ui/Sheet';
import { SlotMeter } from '../../ui/SlotMeter';
import { api } from '../session/api';
import { Failure } from '../session/Failure';
import { Refused } from '../session/refused';
import { workResource } from '../work/works';
import { afterDecision } from './after-decision';
import type { Review } from './review';
import { SignOffSheet } from './SignOffSheet';
import { slotBoxes, toSlotState } from './unit';

interface RecommendSheetsProps {
  review: Review;
  /** Every reason the rules have against recommending now. */
  reasons: readonly Reason[];
  onClose: () => void;
}

const isAboutSlots = ({ code }: Pick<Reason, 'code'>) => code === 'NO_FREE_SLOT' || code === 'ONLY_RESERVED_SLOT';

/** Recommending: what is in the way first, then what it takes and what is still to come. */
export function RecommendSheets({ review, reasons, onClose }: RecommendSheetsProps) {
  const [isFullNow, setFullNow] = useState(false);
  const slotReason = reasons.find(isAboutSlots);
  if (isFullNow) return <QuotaSheet review={review} isJustNow onClose={onClose} />;
  if (slotReason && reasons.length === 1) return <QuotaSheet review={review} isJustNow={false} onClose={onClose} />;
  if (reasons.length > 0) return <ObstacleSheet review={review} reasons={reasons} onClose={onClose} />;
  return <ConfirmSheet review={review} onClose={onClose} onFull={() => setFullNow(true)} />;
}

function ObstacleSheet({ review, reasons, onClose }: RecommendSheetsProps) {
  const [isSigning, setSigning] = useState(false);
  const { work, campaign: { config } } = review;
  const open = config.duties.filter(({ id }) => !work.signOffs.some(({ dutyId }) => dutyId === id));
  const [next] = open;
  if (isSigning && next) return <SignOffSheet key={next.id} review={review} duty={next} onClose={() => { if (open.length <= 1) onClose(); else setSigning(false); }} />;
  const others = reasons.filter(({ code }) => code !== 'DUTIES_OPEN');
  return (
    <Sheet
      title={next ? `还差 ${open.length} 项签核` : '现在还不能推荐'}
      text={next && open.map(({ label }) => label).join('、')}
      icon={{ name: 'shield', tone: 'look' }}
      onClose={onClose}
      buttons={next ? <Button onTap={() => setSigning(true)}>逐项签核</Button> : <Button kind="line" onTap={onClose}>知道了</Button>}
    >
      {others.map((reason) => <Box key={reason.code} className="k-mb-2"><Note tone="look">{sentenceOf(reason)}</Note></Box>)}
    </Sheet>
  );
}

function ConfirmSheet({ review, onClose, onFull }: { review: Review; onClose: () => void; onFull: () => void }) {
  const { work, quota, unit, campaign: { config } } = review;
  const task = useTask();
  const [slot] = usableSlots(quota.slots.map(toSlotState), work.form.listedAreaCode !== null);
  const recommend = async () => {
    try {
      await api.call('PUT /api/works/:workId/recommendation', { params: { workId: work.id } });
    } catch (error) {
      await afterDecision(unit.id);
      if (error instanceof Refused && error.reasons.every(isAboutSlots)) return onFull();
      throw error;
    }
    await Promise.allSettled([workResource(work.id).load(), afterDecision(unit.id)]);
    replaceWith('pages/unit/recommended/index', { work: work.id });
  };
  return (
    <Sheet
      title={`推荐《${work.form.title}》`}
      text={<>占用 {slot?.number ?? ''} 号名额。之后还要打印、签字、盖章，{sayDeadline(scanBy(config, unit))} 前传上扫描件，推荐才生效。</>}
      icon={{ name: 'slots', tone: 'brand' }}
      onClose={onClose}
      buttons={<Button isBusy={task.isBusy} onTap={() => void task.run(recommend)}>{`推荐，占用 ${slot?.number ?? ''} 号名额`}</Button>}
    >
      <SlotMeter slots={slotBoxes(quota.slots).map((box) => (box.number === slot?.number ? { ...box, state: 'now', word: '本部' } : box))} />
      <Failure of={task.failure} />
    </Sheet>
  );
}

/** No place is left for this work: what happened, what is safe, and what can be done. */
function QuotaSheet({ review, isJustNow, onClose }: { review: Review; isJustNow: boolean; onClose: () => void }) {
  const { quota, campaign: { config }, work } = review;
  const used = quota.slots.filter((slot) => slot.work !== null).length;
  const kept = quota.slots.find((slot) => slot.work === null && slot.kind === 'reserved');
  const signed = work.signOffs.length === config.duties.length ? '四项审核意见都已保存。' : '已签核的意见都已保存。';
  return (
    <Sheet
      title={`${used} 个名额已用完`}
      icon={{ name: 'slots', tone: 'look' }}
      text={`${isJustNow ? '刚刚有人占用了最后一个。' : ''}这部作品没有推荐，${signed}`}
      onClose={onClose}
      buttons={
        <>
          <Button onTap={() => openTab('pages/slots/index')}>{`看已推荐的 ${used} 部`}</Button>
          <Button kind="text" onTap={onClose}>留在待办，以后再推荐</Button>
        </>
      }
    >
      <SlotMeter slots={slotBoxes(quota.slots)} />
      <Box className="k-cap k-mt-3">
        {kept && sentenceOf({ code: 'ONLY_RESERVED_SLOT', slot: kept.number, label: quota.bonus?.label ?? '专设' })}截止前撤回一部，名额立刻放回。
      </Box>
    </Sheet>
  );
}
