import { Box, Tap, Txt } from '../../platform/elements';
import type { PickSource } from '../../platform/picked-file';
import { traits } from '../../platform/traits';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Group } from '../../ui/Group';
import { Progress } from '../../ui/Progress';
import { toast } from '../../ui/toast';
import { Failure } from '../session/Failure';
import { percentOf } from '../upload/film-upload';
import { addPaper, paperKey, viewFile, type PaperPlace } from '../upload/proofs';
import { forgetUpload, useUpload } from '../upload/uploads';
import { workResource } from '../work/works';
import { afterDecision } from './after-decision';
import type { Review } from './ReviewScreen';

/** The sealed form as it came back from paper: with it the recommendation takes effect (P8). */
export function ScanCard({ review }: { review: Review }) {
  const { work, campaign: { config }, unit } = review;
  const at: PaperPlace = { workId: work.id, purpose: 'scan', place: '' };
  const upload = useUpload(paperKey(at));
  const task = useTask();
  const add = (source: PickSource) =>
    void task.run(() => addPaper(at, source, config, () => {
      toast('扫描件已上传，推荐生效');
      void Promise.allSettled([workResource(work.id).load(), afterDecision(unit.id)]);
    }));
  const words = work.scan ? '换一份扫描件' : '上传盖章扫描件';
  const phase = upload?.phase;
  return (
    <>
      <Group title="盖章扫描件" aside="PDF 或照片" />
      <Box className="k-card">
        {work.scan && <ScanRow fileId={work.scan.fileId} review={review} />}
        {upload && phase?.kind !== 'failed' && phase?.kind !== 'done' && (
          <Box className="k-mb-3">
            <Box className="k-sub k-mb-2">{phase?.kind === 'sending' ? `正在上传 ${upload.name}` : '等网络恢复，会自动接着传'}</Box>
            <Progress value={upload.sent / upload.bytes} label={`已上传 ${percentOf(upload.sent, upload.bytes)}`} isHeld={phase?.kind !== 'sending'} />
          </Box>
        )}
        {phase?.kind === 'failed' && <><Failure of={phase.failure} /><Button kind="text" isSmall onTap={() => forgetUpload(paperKey(at))}>知道了</Button></>}
        <Failure of={task.failure} />
        {traits.picksFromChat ? (
          <Box className="k-row">
            <Button kind="soft" isSmall icon="photo" isBusy={task.isBusy} onTap={() => add('album')}>拍照或相册</Button>
            <Box className="k-ml-2"><Button kind="soft" isSmall icon="folder" isBusy={task.isBusy} onTap={() => add('chat')}>聊天里的 PDF</Button></Box>
          </Box>
        ) : (
          <Button kind="line" icon="scan" isBusy={task.isBusy} onTap={() => add('system')}>{words}</Button>
        )}
      </Box>
    </>
  );
}

function ScanRow({ fileId, review }: { fileId: string; review: Review }) {
  const task = useTask();
  const file = review.work.files[fileId];
  return (
    <Box className="k-row k-mb-3">
      <Txt className="k-grow k-wrap">{file?.name ?? '盖章扫描件'}</Txt>
      <Tap className="k-link k-ml-2" label="查看盖章扫描件" isBusy={task.isBusy} onTap={() => void task.run(() => viewFile(fileId, file?.mime ?? 'application/pdf'))}>查看</Tap>
      <Failure of={task.failure} />
    </Box>
  );
}
