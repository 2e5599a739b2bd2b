import { useState } from 'react';
import type { UnitSlotsReply } from '@kepu/shared/contracts/campaign';
import { beijing, dayOf, sayClock, sayDeadline, type Day, type Instant } from '@kepu/shared/time';
import { Box } from '../../platform/elements';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { ChoiceField } from '../../ui/ChoiceField';
import { DayField } from '../../ui/DayField';
import { Note } from '../../ui/Note';
import { Sheet } from '../../ui/Sheet';
import { toast } from '../../ui/toast';
import { serverNow } from '../campaign/campaign';
import { api } from '../session/api';
import { Failure } from '../session/Failure';

interface ClosingSheetProps {
  quota: UnitSlotsReply;
  onClose: () => void;
  onSaved: () => void;
}

const HOURS = ['12:00', '17:00', '18:00', '20:00', '24:00'];

/** The unit closes earlier than its recommendation deadline, to have time to review; or reopens until then. */
export function ClosingSheet({ quota, onClose, onSaved }: ClosingSheetProps) {
  const { unit, recommendBy } = quota;
  const [day, setDay] = useState<Day>(unit.closesAt === null ? '' : dayOf(unit.closesAt - 1));
  const [hour, setHour] = useState(unit.closesAt === null ? '18:00' : hourOf(unit.closesAt));
  const task = useTask();
  const save = async (closesAt: Instant | null) => {
    const isSaved = await task.run(() => api.call('PUT /api/units/:unitId/closing', { params: { unitId: unit.id }, body: { closesAt } }));
    if (!isSaved) return;
    toast(closesAt === null ? '改为到推荐截止' : `收件截止改为 ${sayDeadline(closesAt)}`, { icon: 'clock' });
    onSaved();
    onClose();
  };
  return (
    <Sheet
      title="本单位收件截止"
      text={`作者在这个时间之后不能再提交给${unit.name}；不能晚于推荐截止 ${sayDeadline(recommendBy)}。`}
      onClose={onClose}
      buttons={
        <>
          <Button isBusy={task.isBusy} onTap={() => { if (day !== '') void save(beijing(day, hour)); }}>保存收件截止</Button>
          {unit.closesAt !== null && <Button kind="text" isBusy={task.isBusy} onTap={() => void save(null)}>不单独设，到推荐截止</Button>}
        </>
      }
    >
      <DayField id="closing-day" label="日期" value={day} min={dayOf(serverNow())} max={dayOf(recommendBy - 1)} onChange={setDay} />
      <ChoiceField id="closing-hour" label="时间" choices={[...new Set([...HOURS, hour])].map((text) => ({ value: text, text }))} value={hour} placeholder="选择时间" onChange={setHour} />
      {day !== '' && beijing(day, hour) <= serverNow() && <Note tone="look">这个时间已经过去，保存后作者马上不能提交。</Note>}
      <Box><Failure of={task.failure} /></Box>
    </Sheet>
  );
}

const hourOf = (at: Instant) => (sayClock(at) === '00:00' ? '24:00' : sayClock(at));
