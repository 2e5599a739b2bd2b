import type { FilmPictureLinks } from '@kepu/shared/contracts/work';
import type { TimeRange } from '@kepu/shared/forms/work-form';
import type { ShownVerdict } from '@kepu/shared/inspection/finding';
import { sayTimecode } from '@kepu/shared/time';
import type { ReactNode } from 'react';
import { PlayerLine } from './PlayerLine';
import styles from './PlayerStrip.module.css';
import { percentOf } from './strip-place';
import { VerdictMark } from './VerdictMark';
import { Waveform } from './Waveform';

export interface StripMark {
  key: string;
  atMs: number;
  verdict: ShownVerdict;
  label: string;
}

interface Props {
  durationMs: number;
  atMs: number;
  /** What was drawn of the film: small pictures to look ahead by, and its sound. */
  pictures: FilmPictureLinks | null;
  marks: readonly StripMark[];
  ranges: readonly TimeRange[];
  /** Beside the ranges: how much of the film they are. */
  rangesNote: ReactNode;
  onSeek: (ms: number) => void;
}

/** The film as lines under each other: where one is, its sound, where findings lie, what is declared as quoted. Click or arrow keys jump. */
export function PlayerStrip({ durationMs, atMs, pictures, marks, ranges, rangesNote, onSeek }: Props) {
  const percent = (ms: number) => percentOf(ms, durationMs);
  return (
    <div className={styles.strip}>
      <span>位置</span>
      <PlayerLine durationMs={durationMs} atMs={atMs} pictures={pictures} onSeek={onSeek} />
      <span>声音</span>
      <Waveform peaks={pictures?.waveform ?? null} durationMs={durationMs} atMs={atMs} onSeek={onSeek} />
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
