import { View, type BaseEventOrig } from '@tarojs/components';
import { createSelectorQuery, type NodesRef } from '@tarojs/taro';
import { useRef, useState } from 'react';
import type { SliderProps } from './element-props';

interface Touches {
  touches?: { clientX: number }[];
}

let counter = 0;

/** The mini-program side of the track: its place on the screen is asked for at the first touch. */
export function Slider({ className, max, onChange, onScrub, children }: SliderProps) {
  const [id] = useState(() => `track-${(counter += 1)}`);
  const isTouched = useRef(false);
  const bounds = useRef<{ left: number; width: number } | null>(null);
  const seek = (event: BaseEventOrig & Touches) => {
    const x = event.touches?.[0]?.clientX;
    if (x === undefined || !bounds.current) return;
    const fraction = (x - bounds.current.left) / bounds.current.width;
    const target = Math.min(1, Math.max(0, fraction)) * max;
    onScrub?.(target);
    onChange(target);
  };
  const letGo = () => {
    isTouched.current = false;
    onScrub?.(null);
  };
  const begin = (event: BaseEventOrig & Touches) => {
    isTouched.current = true;
    createSelectorQuery()
      .select(`#${id}`)
      .boundingClientRect((rect) => {
        const box = rect as NodesRef.BoundingClientRectCallbackResult | null;
        if (!box || box.width === 0) return;
        bounds.current = { left: box.left, width: box.width };
        seek(event);
        // A tap may be over before the track's place is known.
        if (!isTouched.current) onScrub?.(null);
      })
      .exec();
  };
  return (
    <View id={id} className={className} catchMove onTouchStart={begin} onTouchMove={seek} onTouchEnd={letGo} onTouchCancel={letGo}>
      {children}
    </View>
  );
}
