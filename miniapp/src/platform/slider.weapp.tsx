import { View, type BaseEventOrig } from '@tarojs/components';
import { createSelectorQuery, type NodesRef } from '@tarojs/taro';
import { useRef, useState } from 'react';
import type { SliderProps } from './element-props';

interface Touches {
  touches?: { clientX: number }[];
}

let counter = 0;

/** The mini-program side of the track: its place on the screen is asked for at the first touch. */
export function Slider({ className, max, onChange, children }: SliderProps) {
  const [id] = useState(() => `track-${(counter += 1)}`);
  const bounds = useRef<{ left: number; width: number } | null>(null);
  const seek = (event: BaseEventOrig & Touches) => {
    const x = event.touches?.[0]?.clientX;
    if (x === undefined || !bounds.current) return;
    const fraction = (x - bounds.current.left) / bounds.current.width;
    onChange(Math.min(1, Math.max(0, fraction)) * max);
  };
  const begin = (event: BaseEventOrig & Touches) => {
    createSelectorQuery()
      .select(`#${id}`)
      .boundingClientRect((rect) => {
        const box = rect as NodesRef.BoundingClientRectCallbackResult | null;
        if (!box || box.width === 0) return;
        bounds.current = { left: box.left, width: box.width };
        seek(event);
      })
      .exec();
  };
  return (
    <View id={id} className={className} catchMove onTouchStart={begin} onTouchMove={seek}>
      {children}
    </View>
  );
}
