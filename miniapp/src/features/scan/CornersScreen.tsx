import { useEffect, useRef } from 'react';
import type { Corner, ScanPageView } from '@kepu/shared/contracts/scan';
import { Box, Picture, Txt } from '../../platform/elements';
import { PadSurface } from '../../platform/pad-surface';
import type { PadCanvas, PadPoint } from '../../platform/pad-surface-props';
import { useKept } from '../../state/kept';
import { useTask } from '../../state/use-task';
import { Button } from '../../ui/Button';
import { StickyBar } from '../../ui/StickyBar';
import { Failure } from '../session/Failure';
import { dragTarget, drawCorners, movedTo } from './corners';
import { adjustPage } from './scans';
import './scan.css';

/** Room the photograph leaves at its sides, so that a corner at the very edge can be taken hold of. */
const MARGIN = 26;

/** The photograph large, with four corners to be dragged onto those of the sheet. */
export function CornersScreen({ workId, page, onClose }: { workId: string; page: ScanPageView; onClose: () => void }) {
  const [corners, setCorners, clearCorners] = useKept<Corner[]>(`corners:${page.id}`, page.corners);
  const canvas = useRef<PadCanvas | null>(null);
  const held = useRef<{ corner: number; dx: number; dy: number } | null>(null);
  const task = useTask();
  const box = () => ({ x: MARGIN, y: MARGIN, width: (canvas.current?.width ?? 0) - 2 * MARGIN, height: (canvas.current?.height ?? 0) - 2 * MARGIN });
  const now = useRef(corners);
  now.current = corners;
  const redraw = () => {
    if (canvas.current) drawCorners(canvas.current, box(), now.current, held.current?.corner ?? null);
  };
  useEffect(redraw);
  const grab = (point: PadPoint) => {
    held.current = dragTarget(now.current, box(), point);
    redraw();
  };
  const drag = (point: PadPoint) => {
    if (held.current) setCorners((before) => movedTo(before, held.current, box(), point));
  };
  const leave = () => {
    clearCorners();
    onClose();
  };
  const save = () => void task.run(async () => {
    await adjustPage(workId, page.id, { corners: corners.flatMap(({ x, y }) => [x, y]) });
    leave();
  });
  const findAgain = () => void task.run(async () => {
    await adjustPage(workId, page.id, { corners: null, turn: null });
    leave();
  });
  return (
    <Box className="sc-edit" role="dialog" label="调整四角">
      <Box className="k-sub sc-edit__hint">把四个角拖到纸的四个角上</Box>
      <Box className="sc-edit__stage">
        <Box className="sc-edit__fit" style={{ aspectRatio: String(page.aspect), maxWidth: `calc((100vh - 250px) * ${page.aspect})` }}>
          <Picture className="sc-edit__pic" src={page.photoUrl ?? ''} label="拍下的照片" />
          <PadSurface className="sc-edit__pad" label="四个角，用手指拖动" onReady={(ready) => { canvas.current = ready; redraw(); }} onStart={grab} onMove={drag} onEnd={() => { held.current = null; redraw(); }} />
        </Box>
      </Box>
      <StickyBar tip={<><Failure of={task.failure} />{task.failure === null && <Txt>拖好后会重新拉正</Txt>}</>}>
        <Button kind="line" onTap={leave}>取消</Button>
        <Button kind="line" isBusy={task.isBusy} onTap={findAgain}>自动找</Button>
        <Button isWide isBusy={task.isBusy} onTap={save}>用这四个角</Button>
      </StickyBar>
    </Box>
  );
}
