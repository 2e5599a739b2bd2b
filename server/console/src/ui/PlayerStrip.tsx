import type { TimeRange } from '@kepu/shared/forms/work-form';
import type { ShownVerdict } from '@kepu/shared/inspection/finding';
import { sayTimecode } from '@kepu/shared/time';
import { useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import styles from './PlayerStrip.module.css';
import { VerdictMark } from './VerdictMark';

export interface StripMark {
  key: string;
  atMs: number;
  verdict: ShownVerdict;
  label: string;
}

interface Props {
  durationMs: number;
  atMs: number;
  marks: readonly StripMark[];
  ranges: readonly TimeRange[];
  /** Beside the ranges: how much of the film they are. */
  rangesNote: ReactNode;
  onSeek: (ms: number) => void;
}

const STEP_MS = 5_000;

/** The film as a line: where findings lie, what is declared as quoted, where one is. Click or arrow keys jump. */
export function PlayerStrip({ durationMs, atMs, marks, ranges, rangesNote, onSeek }: Props) {
  const percent = (ms: number) => `${Math.min(100, Math.max(0, (ms / durationMs) * 100))}%`;
  return (
    <div className={styles.strip}>
      <Line durationMs={durationMs} atMs={atMs} onSeek={onSeek} percent={percent} />
      <span>结论</span>
      <div className={`${styles.track} ${styles.marks}`}>
        {marks.map((mark) => (
          <button key={mark.key} type="button" style={{ left: percent(mark.atMs) }} title={`${sayTimecode(mark.atMs)} ${mark.label}`} aria-label={`跳到 ${sayTimecode(mark.atMs)}：${mark.label}`} onClick={() => onSeek(mark.atMs)}>
            <VerdictMark verdict={mark.verdict} bare />
          </button>
        ))}
        {marks.length === 0 && <em>没有落在某一秒的结论</em>}
      </div>
      <span>引用申报</span>
      <div className={styles.track}>
        {ranges.map((range) => (
          <button
            key={`${range.fromMs}-${range.toMs}`}
            type="button"
            className={styles.range}
            style={{ left: percent(range.fromMs), width: percent(range.toMs - range.fromMs) }}
            aria-label={`跳到引用 ${sayTimecode(range.fromMs)} 至 ${sayTimecode(range.toMs)}`}
            title={`${sayTimecode(range.fromMs, true)}–${sayTimecode(range.toMs, true)}`}
            onClick={() => onSeek(range.fromMs)}
          />
        ))}
      </div>
      <span />
      <p className={styles.note}>{rangesNote}</p>
    </div>
  );
}

interface LineProps extends Pick<Props, 'durationMs' | 'atMs' | 'onSeek'> {
  percent: (ms: number) => string;
}

function Line({ durationMs, atMs, onSeek, percent }: LineProps) {
  const line = useRef<HTMLDivElement>(null);
  const jump = (event: MouseEvent) => {
    const box = line.current?.getBoundingClientRect();
    if (box && box.width > 0) onSeek(Math.max(0, Math.min(1, (event.clientX - box.left) / box.width)) * durationMs);
  };
  const press = (event: KeyboardEvent) => {
    const target = keyTarget(event.key, atMs, durationMs);
    if (target === null) return;
    event.preventDefault();
    onSeek(target);
  };
  return (
    <>
      <span>位置</span>
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
        onClick={jump}
        onKeyDown={press}
      >
        <i style={{ width: percent(atMs) }} />
        <b style={{ left: percent(atMs) }} />
      </div>
    </>
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
