import { useCallback, useEffect, useRef } from 'react';
import { PadSurface } from '../../platform/pad-surface';
import type { PadCanvas } from '../../platform/pad-surface-props';
import { beginLine, drawStrokes, extendLine, fitted, noStrokes, sideways, type Point, type Strokes } from './strokes';

interface SignaturePadProps {
  className?: string;
  strokes: Strokes | null;
  /** The phone is held sideways: the writing runs along its long side. */
  isSideways?: boolean;
  onChange: (strokes: Strokes) => void;
  /** How to get the picture of what is drawn. */
  onPicture?: (toPng: () => string) => void;
}

/** A full-width pad for a signature by hand, drawn at the screen's own resolution. */
export function SignaturePad({ className, strokes, isSideways = false, onChange, onPicture }: SignaturePadProps) {
  const canvas = useRef<PadCanvas | null>(null);
  const drawn = useRef(strokes);
  drawn.current = strokes;
  const redraw = useCallback(() => {
    if (canvas.current) paint(canvas.current, drawn.current, isSideways);
  }, [isSideways]);
  useEffect(redraw, [redraw, strokes]);
  const ready = (next: PadCanvas) => {
    canvas.current = next;
    const size = isSideways ? { width: next.height, height: next.width } : { width: next.width, height: next.height };
    const { current } = drawn;
    // The signature keeps its place on a pad that has changed its size: turned phone, other page.
    if (current && (current.width !== size.width || current.height !== size.height)) onChange(fitted(current, size.width, size.height));
    else if (!current) onChange(noStrokes(size.width, size.height));
    onPicture?.(next.toPng);
    redraw();
  };
  const seen = (point: Point): Point => (isSideways && canvas.current ? sideways(point, canvas.current.width) : point);
  return (
    <PadSurface
      className={className}
      label="签名框，请用手指在框内签名"
      onReady={ready}
      onStart={(point) => { if (drawn.current) onChange((drawn.current = beginLine(drawn.current, seen(point)))); }}
      onMove={(point) => { if (drawn.current) onChange((drawn.current = extendLine(drawn.current, seen(point)))); }}
      onEnd={redraw}
    />
  );
}

/** Sideways strokes are drawn turned by a quarter, as they were written. */
function paint({ context, width, height }: PadCanvas, strokes: Strokes | null, isSideways: boolean): void {
  context.clearRect(0, 0, width, height);
  if (!strokes) return;
  context.save();
  if (isSideways) {
    context.translate(width, 0);
    context.rotate(Math.PI / 2);
  }
  drawStrokes(context, strokes);
  context.restore();
}
