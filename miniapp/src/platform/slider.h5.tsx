import { type KeyboardEvent, type PointerEvent } from 'react';
import type { SliderProps } from './element-props';

/** A track to tap and drag along; the arrow keys move it too. */
export function Slider({ className, label, valueText, value, max, step, onChange, onScrub, children }: SliderProps) {
  const go = (target: number) => {
    onScrub?.(target);
    onChange(target);
  };
  const letGo = () => onScrub?.(null);
  const seek = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    go(clamp(((event.clientX - left) / width) * max, max));
  };
  const steer = (event: KeyboardEvent) => {
    const target = { ArrowLeft: value - step, ArrowRight: value + step, Home: 0, End: max }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    go(clamp(target, max));
  };
  return (
    <div
      className={className}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.round(max)}
      aria-valuenow={Math.round(value)}
      aria-valuetext={valueText}
      onKeyDown={steer}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        seek(event);
      }}
      onPointerMove={(event) => {
        if (event.buttons > 0) seek(event);
      }}
      onLostPointerCapture={letGo}
      onBlur={letGo}
    >
      {children}
    </div>
  );
}

const clamp = (value: number, max: number) => Math.min(max, Math.max(0, value));
