import { useEffect, useRef, type PointerEvent } from 'react';
import { padScale } from './pad-scale';
import type { PadPoint, PadSurfaceProps } from './pad-surface-props';

export function PadSurface({ className, label, onReady, onStart, onMove, onEnd }: PadSurfaceProps) {
  const surface = useRef<HTMLCanvasElement>(null);
  const ready = useRef(onReady);
  ready.current = onReady;
  useEffect(() => {
    const canvas = surface.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const fit = () => {
      const { clientWidth: width, clientHeight: height } = canvas;
      if (width === 0 || height === 0) return;
      const scale = padScale(Math.max(width, height), window.devicePixelRatio || 1);
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      context.setTransform(scale, 0, 0, scale, 0, 0);
      ready.current({ width, height, context, toPng: () => canvas.toDataURL('image/png') });
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(canvas);
    return () => observer.disconnect();
  }, []);
  const point = ({ nativeEvent }: PointerEvent): PadPoint => ({ x: nativeEvent.offsetX, y: nativeEvent.offsetY, at: Math.round(nativeEvent.timeStamp) });
  return (
    <canvas
      ref={surface}
      className={className}
      role="img"
      aria-label={label}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        onStart(point(event));
      }}
      onPointerMove={(event) => {
        if (event.buttons > 0) onMove(point(event));
      }}
      onPointerUp={onEnd}
      onPointerCancel={onEnd}
    />
  );
}
