import type { HandOverReply } from '@kepu/shared/contracts/handover';
import { Box } from '../../platform/elements';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Sheet } from '../../ui/Sheet';
import { toast } from '../../ui/toast';
import { api } from '../session/api';
import { Failure } from '../session/Failure';

/** Handing over, said plainly before it is done. */
export function HandOverSheet({ known, onClose, onDone }: { known: HandOverReply; onClose: () => void; onDone: () => void }) {
  const task = useTask();
  const { works, unitId, handOvers } = known;
  const hand = async () => {
    await api.call('POST /api/units/:unitId/hand-overs', { params: { unitId } });
    toast('已报送，正在备材料包');
    onDone();
    onClose();
  };
  return (
    <Sheet
      title={`报送 ${works.length} 部作品`}
      icon={{ name: 'send', tone: 'brand' }}
      text="作品、推荐表和扫描件按现在的样子冻结，此后材料包不再变。评审看到的、盖章的和寄出的是同一份。"
      onClose={onClose}
      buttons={<Button isBusy={task.isBusy} onTap={() => void task.run(hand)}>{handOvers.length > 0 ? '冻结并再报送一次' : '冻结并报送'}</Button>}
    >
      {works.map(({ workId, slot, title }) => <Box key={workId} className="k-mb-2 k-wrap">{slot} 号　{title}</Box>)}
      <Box className="k-cap k-mt-2">以后有变化，可以再报送一次；以最后一次为准。</Box>
      <Failure of={task.failure} />
    </Sheet>
  );
}
