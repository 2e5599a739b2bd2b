import { useState } from 'react';
import type { ScanPageView } from '@kepu/shared/contracts/scan';
import { Box, Picture, Tap, Txt } from '../../platform/elements';
import { useTask } from '../../state/use-task';
import { Note } from '../../ui/Note';
import { Sheet } from '../../ui/Sheet';
import { Mark } from '../../ui/Verdict';
import { Button } from '../../ui/Button';
import { Failure } from '../session/Failure';
import { ConfirmSheet } from './ConfirmSheet';
import { PaperChanges } from './PaperChanges';
import { sayMarks, sayPaper } from './paper-words';
import { adjustPage, confirmPage, needsConfirmation, removePage } from './scans';
import { SheetOutline } from './SheetOutline';

interface PageCardProps {
  workId: string;
  page: ScanPageView;
  place: number;
  version: number;
  versionCode: string;
  onCorners: () => void;
  onRetake: () => void;
  /** Null at the end of the list. */
  onUp: (() => void) | null;
  onDown: (() => void) | null;
}

/** One photographed sheet: what was found, which paper it is, what can be done about it. */
export function PageCard({ workId, page, place, version, versionCode, onCorners, onRetake, onUp, onDown }: PageCardProps) {
  const task = useTask();
  const [asks, setAsks] = useState<'confirm' | 'large' | null>(null);
  const isDone = page.state === 'done';
  const paper = sayPaper(page.paper, version, page.confirmed);
  const act = (work: () => Promise<void>) => void task.run(work);
  return (
    <Box className="k-card" role="group" label={`第 ${place} 张`}>
      <Box className="k-row k-row--top">
        {isDone && <Mark kind={paper.mark} />}
        {page.state === 'failed' && <Mark kind="fail" />}
        <Box className="k-grow">
          <Box className="k-strong">第 {place} 张</Box>
          {isDone ? <Box className="k-sub k-wrap">{paper.text}</Box> : <Progressing page={page} />}
        </Box>
      </Box>
      {page.state === 'failed' && <Box className="k-mt-2"><Note tone="fail">{page.failure?.message}</Note></Box>}
      {page.photoUrl !== null && (
        <Box className="sc-pair k-mt-3">
          <SheetOutline src={page.photoUrl} label={`第 ${place} 张的照片和找到的纸边`} aspect={page.aspect} corners={page.corners} height={152} />
          {page.pageUrl !== null && (
            <Tap className="sc-page" label={`放大看第 ${place} 张`} onTap={() => setAsks('large')}><Picture className="sc-page__pic" src={page.pageUrl} label="拉正后的页" /></Tap>
          )}
        </Box>
      )}
      {isDone && sayMarks(page).map((words) => <Box key={words} className="k-mt-2"><Note tone="look">{words}</Note></Box>)}
      {isDone && page.paper.kind === 'older' && <PaperChanges changes={page.paper.changes} />}
      {isDone && needsConfirmation(page, version) && <Box className="k-mt-2"><Button kind="soft" isSmall label={`核对第 ${place} 张`} onTap={() => setAsks('confirm')}>我来核对</Button></Box>}
      <Failure of={task.failure} />
      <Box className="sc-acts">
        {isDone && <Tap className="k-link" label={`调整第 ${place} 张的四角`} onTap={onCorners}>四角</Tap>}
        {isDone && <Tap className="k-link" label={`旋转第 ${place} 张`} isBusy={task.isBusy} onTap={() => act(() => adjustPage(workId, page.id, { turn: (page.turn + 3) % 4, corners: page.corners.flatMap(({ x, y }) => [x, y]) }))}>旋转</Tap>}
        <Tap className="k-link" label={`重拍第 ${place} 张`} isBusy={task.isBusy} onTap={() => act(async () => { await removePage(workId, page.id); onRetake(); })}>重拍</Tap>
        {page.state === 'failed' && <Tap className="k-link" label={`重试第 ${place} 张`} isBusy={task.isBusy} onTap={() => act(() => adjustPage(workId, page.id, {}))}>重试</Tap>}
        <Tap className="k-link" label={`删除第 ${place} 张`} isBusy={task.isBusy} onTap={() => act(() => removePage(workId, page.id))}>{isDone || page.state === 'failed' ? '删除' : '取消'}</Tap>
        {onUp && <Tap className="k-link" label={`第 ${place} 张上移`} onTap={onUp}>上移</Tap>}
        {onDown && <Tap className="k-link" label={`第 ${place} 张下移`} onTap={onDown}>下移</Tap>}
      </Box>
      {asks === 'large' && (
        <Sheet title={`第 ${place} 张`} onClose={() => setAsks(null)}><Picture className="sc-large" src={page.pageUrl ?? ''} label={`第 ${place} 张，拉正后的页`} /></Sheet>
      )}
      {asks === 'confirm' && <ConfirmSheet subject={page.id} versionCode={versionCode} version={version} onClose={() => setAsks(null)} onConfirm={(code) => confirmPage(workId, page.id, code)} />}
    </Box>
  );
}

function Progressing({ page }: { page: ScanPageView }) {
  if (page.state === 'failed') return null;
  return <Box className="k-sub" role="status"><Txt>{page.state === 'waiting' ? '排队中，马上处理' : '正在找纸边、拉正、去阴影'}</Txt></Box>;
}
