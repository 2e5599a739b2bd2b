import { Canvas } from '@tarojs/components';
import { createSelectorQuery, getWindowInfo, useReady } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { padScale } from './pad-scale';
import type { PadPoint, PadSurfaceProps } from './pad-surface-props';

interface CanvasNode {
  width: number;
  height: number;
  getContext(kind: '2d'): CanvasRenderingContext2D;
  toDataURL(type: string): string;
}

interface CanvasTouch {
  touches: { x: number; y: number }[];
  timeStamp: number;
}

let counter = 0;

export function PadSurface({ className, onReady, onStart, onMove, onEnd }: PadSurfaceProps) {
  const [id] = useState(() => `pad-${(counter += 1)}`);
  const ready = useRef(onReady);
  ready.current = onReady;
  useReady(() => {
    createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true })
      .exec(([found]: ({ node: CanvasNode; width: number; height: number } | undefined)[]) => {
        if (!found) return;
        const { node, width, height } = found;
        const scale = padScale(Math.max(width, height), typeof getWindowInfo === 'function' ? getWindowInfo().pixelRatio : 2);
        node.width = width * scale;
        node.height = height * scale;
        const context = node.getContext('2d');
        context.scale(scale, scale);
        ready.current({ width, height, context, toPng: () => node.toDataURL('image/png') });
      });
  });
  const pass = (event: CanvasTouch, to: (point: PadPoint) => void) => {
    const [touch] = event.touches;
    if (touch) to({ x: touch.x, y: touch.y, at: Math.round(event.timeStamp) });
  };
  return (
    <Canvas
      type="2d"
      id={id}
      canvasId={id}
      className={className}
      disableScroll
      onTouchStart={(event) => pass(event, onStart)}
      onTouchMove={(event) => pass(event, onMove)}
      onTouchEnd={onEnd}
      onTouchCancel={onEnd}
    />
  );
}
