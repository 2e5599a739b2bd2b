import type { ReactNode } from 'react';
import type { InspectionView, WorkView } from '@kepu/shared/contracts/work';
import { Box } from '../../platform/elements';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Note';
import { Failure } from '../session/Failure';
import { Stages } from './Stages';
import { inspectAgain } from './use-inspection';

/** How far the machine is with a film, what it could not do, and the way to have it try once more. */
export function InspectionState({ work, inspection: { state, findings, stagesDone, toolsNote } }: { work: WorkView; inspection: InspectionView }) {
  const unchecked = findings.filter(({ verdict }) => verdict === 'unchecked').length;
  return (
    <>
      {(state === 'queued' || state === 'running') && <Stages done={stagesDone} />}
      {state === 'failed' && <Again work={work}>自动检测没有完成，不是影片的问题。不影响保存，推荐表可以接着填。</Again>}
      {state === 'done' && unchecked > 0 && <Again work={work}>有 {unchecked} 项没能检测，不算不符合，也不算通过。</Again>}
      {toolsNote !== null && <Note>{toolsNote}</Note>}
    </>
  );
}

function Again({ work, children }: { work: WorkView; children: ReactNode }) {
  const task = useTask();
  return (
    <Note tone="look">
      {children}
      <Box className="k-mt-2"><Button kind="line" isSmall icon="refresh" isBusy={task.isBusy} onTap={() => void task.run(() => inspectAgain(work))}>重新检测</Button></Box>
      <Failure of={task.failure} />
    </Note>
  );
}
