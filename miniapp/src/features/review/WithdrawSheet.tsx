import { sentenceOf } from '@kepu/shared/errors';
import { recommendationWithdrawalReasons } from '@kepu/shared/rules/recommendation';
import { Box } from '../../platform/elements';
import { goBack } from '../../platform/navigation';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Note';
import { Sheet } from '../../ui/Sheet';
import { toast } from '../../ui/toast';
import { serverNow } from '../campaign/campaign';
import { api } from '../session/api';
import { Failure } from '../session/Failure';
import { afterDecision } from './after-decision';
import type { Review } from './review';

/** Takes a recommendation back: the slot is free at once, the work waits for review again. */
export function WithdrawSheet({ review, onClose }: { review: Review; onClose: () => void }) {
  const { work, unit, campaign: { config } } = review;
  const task = useTask();
  const reasons = recommendationWithdrawalReasons({ status: work.status, config, unit, now: serverNow() });
  const withdraw = async () => {
    const isDone = await task.run(async () => afterDecision(unit.id, await api.call('DELETE /api/works/:workId/recommendation', { params: { workId: work.id } })));
    if (!isDone) return;
    toast('已撤回推荐，名额放回', { icon: 'undo' });
    onClose();
    goBack('pages/slots/index');
  };
  return (
    <Sheet
      title="撤回推荐？"
      icon={{ name: 'undo', tone: 'look' }}
      text={`${work.slotNumber ?? ''} 号名额立刻放回，作品回到待审核。已签核的意见保留；已传的扫描件作废，再推荐要重新盖章。`}
      onClose={onClose}
      buttons={
        reasons.length > 0 ? <Button kind="line" onTap={onClose}>知道了</Button> : (
          <>
            <Button kind="warn" isBusy={task.isBusy} onTap={() => void withdraw()}>撤回推荐</Button>
            <Button kind="text" onTap={onClose}>不撤回</Button>
          </>
        )
      }
    >
      {reasons.map((reason) => <Box key={reason.code} className="k-mb-2"><Note tone="look">{sentenceOf(reason)}</Note></Box>)}
      <Failure of={task.failure} />
    </Sheet>
  );
}
