import type { PackageView } from '@kepu/shared/contracts/handover';
import { sayMoment } from '@kepu/shared/time';
import { Box, Txt } from '../../platform/elements';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Note';
import { Progress } from '../../ui/Progress';
import { Tag } from '../../ui/Tag';
import { api } from '../session/api';
import { Failure } from '../session/Failure';
import { percentOf } from '../upload/film-upload';
import { stateWord } from './hand-overs';
import { ReadyPackage, type PackageCardProps } from './ReadyPackage';

/** One hand-over: how it stands, where to fetch it, what was mailed and what has arrived. */
export function PackageCard(props: PackageCardProps) {
  const { view, onChanged } = props;
  const { tone, word } = stateWord(view);
  const task = useTask();
  const tend = (endpoint: 'POST /api/packages/:packageId/retry' | 'DELETE /api/packages/:packageId') => void task.run(async () => {
    await api.call(endpoint, { params: { packageId: view.id } });
    onChanged();
  });
  return (
    <Box className="k-card">
      <Box className="k-row k-row--between k-mb-2"><Txt className="k-title k-num">第 {view.number} 次报送</Txt><Tag tone={tone}>{word}</Tag></Box>
      <Box className="k-sub k-mb-3">{sayMoment(view.createdAt)} {view.createdByName}　{view.works.length} 部作品</Box>
      {view.state === 'preparing' && <Preparing view={view} />}
      {view.problem !== null && <Note tone="fail" isAlert>{view.problem}</Note>}
      {view.state === 'ready' && <ReadyPackage {...props} />}
      {(view.state === 'preparing' || view.state === 'failed') && (
        <Box className="k-row k-mt-3">
          {view.state === 'failed' && <Button kind="soft" isSmall icon="refresh" isBusy={task.isBusy} onTap={() => tend('POST /api/packages/:packageId/retry')}>重试</Button>}
          <Button kind="text" isSmall isBusy={task.isBusy} onTap={() => tend('DELETE /api/packages/:packageId')}>取消这次报送</Button>
        </Box>
      )}
      <Failure of={task.failure} />
    </Box>
  );
}

function Preparing({ view: { progress: { doneBytes, totalBytes } } }: { view: PackageView }) {
  return (
    <>
      <Box className="k-sub k-mb-2">正在核对每个文件、生成推荐表和清单，可以离开，备好会通知您。</Box>
      <Progress value={totalBytes > 0 ? doneBytes / totalBytes : 0} label={`已完成 ${percentOf(doneBytes, totalBytes)}`} />
    </>
  );
}
