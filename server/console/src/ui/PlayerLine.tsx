import type { FilmPictureLinks } from '@kepu/shared/contracts/work';
import { tileAt, tileStyle } from '@kepu/shared/inspection/evidence';
import { sayTimecode } from '@kepu/shared/time';
import { useRef, useState, type FocusEvent, type KeyboardEvent, type PointerEvent } from 'react';
import styles from './PlayerLine.module.css';
import { percentOf } from './strip-place';

interface Props {
  durationMs: number;
  atMs: number;
  pictures: FilmPictureLinks | null;
  onSeek: (ms: number) => void;
}

const STEP_MS = 5_000;
/** Half the width of what stands above the pointer, in pixels: it never leaves the line. */
const HALF_TILE = 84;
const HALF_TIME = 24;

/** Where one is in the film. Pointing, dragging or arriving by keyboard shows the picture of that moment above. */
export function PlayerLine({ durationMs, atMs, pictures, onSeek }: Props) {
  const line = useRef<HTMLDivElement>(null);
  const [pointedMs, setPointed] = useState<number | null>(null);
  const [isKeyed, setKeyed] = useState(false);
  const msAt = ({ clientX }: PointerEvent) => {
    const box = line.current?.getBoundingClientRect();
    return box && box.width > 0 ? Math.max(0, Math.min(1, (clientX - box.left) / box.width)) * durationMs : 0;
  };
  const move = (event: PointerEvent) => {
    setPointed(msAt(event));
    if (event.buttons > 0) onSeek(msAt(event));
  };
  const press = (event: KeyboardEvent) => {
    const target = keyTarget(event.key, atMs, durationMs);
    if (target === null) return;
    event.preventDefault();
    setKeyed(true);
    onSeek(target);
  };
  const shownMs = pointedMs ?? (isKeyed ? atMs : null);
  return (
    <div
      ref={line}
      className={styles.line}
      role="slider"
      tabIndex={0}
      aria-label="播放位置"
      aria-valuemin={0}
      aria-valuemax={Math.round(durationMs / 1000)}
      aria-valuenow={Math.round(atMs / 1000)}
      aria-valuetext={sayTimecode(atMs)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setKeyed(false);
        move(event);
      }}
      onPointerMove={move}
      onPointerLeave={() => setPointed(null)}
      onPointerUp={({ pointerType }) => pointerType !== 'mouse' && setPointed(null)}
      onFocus={(event: FocusEvent<HTMLDivElement>) => setKeyed(event.currentTarget.matches(':focus-visible'))}
      onBlur={() => setKeyed(false)}
      onKeyDown={press}
    >
      <i style={{ width: percentOf(atMs, durationMs) }} />
      <b style={{ left: percentOf(atMs, durationMs) }} />
      {shownMs !== null && <Peek atMs={shownMs} durationMs={durationMs} pictures={pictures} />}
    </div>
  );
}

function Peek({ atMs, durationMs, pictures }: Omit<Props, 'onSeek'>) {
  const picture = tileAt(pictures, atMs);
  const half = picture ? HALF_TILE : HALF_TIME;
  return (
    <span className={`${styles.peek} ${picture ? '' : styles.bare}`} style={{ left: `clamp(${half}px, ${percentOf(atMs, durationMs)}, calc(100% - ${half}px))` }} aria-hidden="true">
      {picture && <span className={styles.tile} style={{ backgroundImage: `url("${picture.url}")`, ...tileStyle(picture.tile) }} />}
      <time>{sayTimecode(atMs)}</time>
    </span>
  );
}

function keyTarget(key: string, atMs: number, durationMs: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return Math.min(durationMs, atMs + STEP_MS);
    case 'ArrowLeft':
      return Math.max(0, atMs - STEP_MS);
    case 'Home':
      return 0;
    case 'End':
      return durationMs;
    default:
      return null;
  }
}
