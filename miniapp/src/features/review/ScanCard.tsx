import { Box, Tap, Txt } from '../../platform/elements';
import { goTo } from '../../platform/navigation';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Group } from '../../ui/Group';
import { Failure } from '../session/Failure';
import { viewFile } from '../upload/proofs';
import type { Review } from './review';

/** The sealed form as it came back from paper: with it the recommendation takes effect (P8). */
export function ScanCard({ review }: { review: Review }) {
  const { work } = review;
  return (
    <>
      <Group title="盖章扫描件" aside="拍照或 PDF" />
      <Box className="k-card">
        {work.scan && <ScanRow fileId={work.scan.fileId} review={review} />}
        <Button kind="line" icon="photo" onTap={() => goTo('pages/unit/scan/index', { work: work.id })}>{work.scan ? '换一份扫描件' : '拍摄盖章页'}</Button>
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
