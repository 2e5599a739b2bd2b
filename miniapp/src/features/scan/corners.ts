import type { Corner } from '@kepu/shared/contracts/scan';
import type { PadCanvas } from '../../platform/pad-surface-props';

/** Where the photograph lies on the surface. */
export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Held {
  corner: number;
  /** From the finger to the corner: it keeps its distance, so the finger does not hide it. */
  dx: number;
  dy: number;
}

/** A finger takes hold of the nearest corner within this distance: twice the size of a target. */
const REACH = 60;
const HANDLE = 11;

export const onScreen = ({ x, y }: Corner, frame: Frame) => ({ x: frame.x + x * frame.width, y: frame.y + y * frame.height });

/** The corner a touch takes hold of, or null. */
export function dragTarget(corners: readonly Corner[], frame: Frame, { x, y }: { x: number; y: number }): Held | null {
  let best: (Held & { away: number }) | null = null;
  corners.forEach((corner, index) => {
    const at = onScreen(corner, frame);
    const away = Math.hypot(at.x - x, at.y - y);
    if (away <= REACH && (best === null || away < best.away)) best = { corner: index, dx: at.x - x, dy: at.y - y, away };
  });
  return best;
}

/** The corners with the held one where the finger has dragged it, within the photograph. */
export function movedTo(corners: readonly Corner[], held: Held | null, frame: Frame, { x, y }: { x: number; y: number }): Corner[] {
  if (held === null || frame.width <= 0 || frame.height <= 0) return [...corners];
  const share = (value: number) => Math.min(1, Math.max(0, value));
  const to = { x: share((x + held.dx - frame.x) / frame.width), y: share((y + held.dy - frame.y) / frame.height) };
  return corners.map((corner, index) => (index === held.corner ? to : corner));
}

export function drawCorners({ context, width, height }: PadCanvas, frame: Frame, corners: readonly Corner[], held: number | null): void {
  const points = corners.map((corner) => onScreen(corner, frame));
  context.clearRect(0, 0, width, height);
  context.lineWidth = 2;
  context.strokeStyle = '#0a5866';
  context.beginPath();
  points.forEach(({ x, y }, index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.closePath();
  context.stroke();
  points.forEach(({ x, y }, index) => {
    context.beginPath();
    context.arc(x, y, index === held ? HANDLE * 1.6 : HANDLE, 0, 2 * Math.PI);
    context.fillStyle = index === held ? 'rgba(10, 88, 102, 0.15)' : 'rgba(255, 255, 255, 0.85)';
    context.fill();
    context.lineWidth = 3;
    context.stroke();
  });
}
