import { useState } from 'react';
import { LIMITS } from '@kepu/shared/contracts/limits';
import { sentenceOf } from '@kepu/shared/errors';
import { goBack } from '../../platform/navigation';
import { useKept } from '../../state/kept';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Sheet } from '../../ui/Sheet';
import { TextField } from '../../ui/TextField';
import { toast } from '../../ui/toast';
import { api } from '../session/api';
import { Failure } from '../session/Failure';
import { afterDecision } from './after-decision';
import type { Review } from './review';

/** The unit will not recommend this work: final for this call, so a reason is due. */
export function DeclineSheet({ review, onClose }: { review: Review; onClose: () => void }) {
  const { work, unit } = review;
  const [reason, setReason, clearReason] = useKept(`decline:${work.id}`, '');
  const [isMissed, setMissed] = useState(false);
  const task = useTask();
  const decline = async () => {
    setMissed(reason.trim() === '');
    if (reason.trim() === '') return;
    const isDone = await task.run(async () => afterDecision(unit.id, await api.call('POST /api/works/:workId/decline', { params: { workId: work.id }, body: { reason: reason.trim() } })));
    if (!isDone) return;
    clearReason();
    toast('已记为不予推荐', { icon: 'info' });
    onClose();
    goBack('pages/inbox/index');
  };
  return (
    <Sheet
      title="不予推荐"
      icon={{ name: 'cross', tone: 'fail' }}
      text="作者会看到原因，作品不能再改、再交。只是要修改的，请用“退回修改”。"
      onClose={onClose}
      buttons={<Button kind="warn" isBusy={task.isBusy} onTap={() => void decline()}>不予推荐</Button>}
    >
      <TextField id="decline-reason" label="原因" isLong limit={LIMITS.declineReason} value={reason} problem={isMissed ? sentenceOf({ code: 'REASON_REQUIRED' }) : null} onInput={setReason} />
      <Failure of={task.failure} />
    </Sheet>
  );
}
