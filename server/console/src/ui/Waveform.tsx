import { waveformPath } from '@kepu/shared/inspection/waveform';
import { useMemo, type MouseEvent } from 'react';
import { percentOf } from './strip-place';
import styles from './Waveform.module.css';

interface Props {
  /** Loudest samples; empty: no sound track. null: not measured. */
  peaks: readonly number[] | null;
  durationMs: number;
  atMs: number;
  onSeek: (ms: number) => void;
}

const BOX = { width: 600, height: 32, bars: 300 };

/** The sound of the whole film: flat where it is silent, darker where it has been played. */
export function Waveform({ peaks, durationMs, atMs, onSeek }: Props) {
  const outline = useMemo(() => waveformPath(peaks ?? [], BOX), [peaks]);
  if (peaks === null) return <div className={styles.none}>还没有波形</div>;
  if (peaks.length === 0) return <div className={styles.none}>影片没有声音轨道</div>;
  const jump = ({ currentTarget, clientX }: MouseEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    onSeek(Math.max(0, Math.min(1, (clientX - left) / width)) * durationMs);
  };
  const picture = (
    <svg viewBox={`0 0 ${BOX.width} ${BOX.height}`} preserveAspectRatio="none" aria-hidden="true">
      <path d={outline} />
    </svg>
  );
  return (
    <div className={styles.wave} role="img" aria-label="声音波形" onClick={jump}>
      {picture}
      <div className={styles.played} style={{ clipPath: `inset(0 calc(100% - ${percentOf(atMs, durationMs)}) 0 0)` }}>
        {picture}
      </div>
    </div>
  );
}
