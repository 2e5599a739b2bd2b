import type { InspectionView, WorkView } from '@kepu/shared/contracts/work';
import { unmeasured } from '@kepu/shared/inspection/judge';
import { Box } from '../../platform/elements';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Note';
import { Failure } from '../session/Failure';
import './inspection.css';
import { Stages } from './Stages';
import { inspectAgain } from './use-inspection';

/** How far the machine is with a film, what it could not do, and the way to have it try once more. */
export function InspectionState({ work, inspection: { state, findings, stagesDone, toolsNote } }: { work: WorkView; inspection: InspectionView }) {
  const unchecked = unmeasured(findings).length;
  return (
    <Box className="in-state">
      {(state === 'queued' || state === 'running') && <Stages done={stagesDone} />}
      {state === 'failed' && <Note tone="look">自动检测没有完成，不是影片的问题。不影响保存，推荐表可以接着填。<InspectAgain work={work} kind="line" /></Note>}
      {state === 'done' && unchecked > 0 && <Note tone="look">有 {unchecked} 项没能检测，不算不符合，也不算通过。<InspectAgain work={work} kind="line" /></Note>}
      {toolsNote !== null && <Note>{toolsNote}</Note>}
    </Box>
  );
}

/** Puts the film in the queue once more: after a tool failed, or when somebody wants it looked at with the form as it is now. */
export function InspectAgain({ work, kind }: { work: WorkView; kind: 'line' | 'text' }) {
  const task = useTask();
  return (
    <>
      <Box className="k-mt-2"><Button kind={kind} isSmall icon="refresh" isBusy={task.isBusy} onTap={() => void task.run(() => inspectAgain(work))}>重新检测</Button></Box>
      <Failure of={task.failure} />
    </>
  );
}
