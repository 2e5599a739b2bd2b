import { useState } from 'react';
import type { ReturnReason } from '@kepu/shared/contracts/work';
import { dayOf, sayDeadline, sayTimecode, type Instant } from '@kepu/shared/time';
import { Box, Tap, Txt } from '../../platform/elements';
import { goBack } from '../../platform/navigation';
import { useKept } from '../../state/kept';
import { useStore } from '../../state/store';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Chips } from '../../ui/Chips';
import { DayField } from '../../ui/DayField';
import type { FilmControl } from '../../ui/film-control';
import { Group } from '../../ui/Group';
import { Icon } from '../../ui/Icon';
import { Sheet } from '../../ui/Sheet';
import { toast } from '../../ui/toast';
import { serverNow } from '../campaign/campaign';
import { api } from '../session/api';
import { Failure } from '../session/Failure';
import { sayPath } from '../work/field-labels';
import { afterDecision } from './after-decision';
import { ReasonForm } from './ReasonForm';
import { allReasons, NEW_RETURN, resubmitBy, type ReturnDraft } from './return-draft';
import type { Review } from './review';

interface ReturnSheetProps {
  review: Review;
  control: FilmControl;
  onClose: () => void;
  onDecline: () => void;
}

/** Sends a work back: each thing to mend at its field or second, and until when. What is written stays until it is sent. */
export function ReturnSheet({ review, control, onClose, onDecline }: ReturnSheetProps) {
  const { work, quota, unit } = review;
  const [draft, setDraft, clearDraft] = useKept(`return:${work.id}`, NEW_RETURN);
  const { ms } = useStore(control.playback);
  const reasons = allReasons(draft, ms);
  const [isMissed, setMissed] = useState(false);
  const task = useTask();
  const send = async () => {
    setMissed(reasons.length === 0);
    if (reasons.length === 0) return;
    const isDone = await task.run(async () => {
      const body = { resubmitBy: resubmitBy(draft.by, serverNow(), quota.recommendBy), reasons };
      const returned = await api.call('POST /api/works/:workId/return', { params: { workId: work.id }, body });
      clearDraft();
      await afterDecision(unit.id, returned);
    });
    if (!isDone) return;
    toast(`已退回，${reasons.length} 处要改`, { icon: 'undo' });
    onClose();
    goBack('pages/inbox/index');
  };
  return (
    <Sheet
      title="退回修改"
      text="作者会在对应的位置看到每一条。"
      onClose={onClose}
      buttons={
        <>
          <Button kind="warn" icon="undo" isBusy={task.isBusy} onTap={() => void send()}>{`退回，${reasons.length} 处要改`}</Button>
          <Button kind="text" onTap={onDecline}>这部作品不予推荐</Button>
        </>
      }
    >
      <ReasonList reasons={draft.reasons} onRemove={(index) => setDraft({ ...draft, reasons: draft.reasons.filter((_reason, at) => at !== index) })} />
      {isMissed && reasons.length === 0 && <Box className="k-field__msg k-field__msg--bad" role="alert">至少写一处要改的地方</Box>}
      <ReasonForm control={control} draft={draft} onChange={setDraft} />
      <ResubmitBy value={draft.by} latest={quota.recommendBy} onChange={(by) => setDraft({ ...draft, by })} />
      <Failure of={task.failure} />
    </Sheet>
  );
}

function ReasonList({ reasons, onRemove }: { reasons: readonly ReturnReason[]; onRemove: (index: number) => void }) {
  return (
    <Box role="list" label="要改的地方">
      {reasons.map((reason, index) => (
        <Box key={index} className="rs k-row k-row--top" role="listitem">
          <Box className="k-grow">
            <Box className="k-cap k-num">{sayPath(reason.path)}{reason.atMs === null ? '' : ` · ${sayTimecode(reason.atMs)}`}</Box>
            <Box className="k-wrap">{reason.note}</Box>
          </Box>
          <Tap className="k-icbtn" label={`移除第 ${index + 1} 条`} onTap={() => onRemove(index)}><Icon name="cross" isSmall /></Tap>
        </Box>
      ))}
    </Box>
  );
}

const CHOICES = [{ value: '3', text: '3 天' }, { value: '5', text: '5 天' }, { value: '7', text: '7 天' }, { value: 'day', text: '选日期' }] as const;

function ResubmitBy({ value, latest, onChange }: { value: ReturnDraft['by']; latest: Instant; onChange: (by: ReturnDraft['by']) => void }) {
  const now = serverNow();
  const until = resubmitBy(value, now, latest);
  return (
    <>
      <Group title="请作者在这之前重新提交" aside={sayDeadline(until)} />
      <Chips label="重新提交的期限" options={CHOICES} value={value.choice} onChange={(choice) => onChange({ choice, day: dayOf(until - 1) })} />
      {value.choice === 'day' && <DayField id="resubmit-day" label="日期" value={dayOf(until - 1)} min={dayOf(now)} max={dayOf(latest - 1)} onChange={(day) => { if (day !== '') onChange({ choice: 'day', day }); }} />}
      <Txt className="k-cap">不能晚于推荐截止 {sayDeadline(latest)}</Txt>
    </>
  );
}
