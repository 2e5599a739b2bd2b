import { Box, Txt } from '../platform/elements';
import { Ruler } from './Ruler';

export interface FilmSegment {
  fromMs: number;
  toMs: number;
  colour: string;
}

interface FilmLineProps {
  durationMs: number;
  segments: readonly FilmSegment[];
  /** Where segments lie on top of each other. */
  laps: readonly { fromMs: number; toMs: number }[];
  sayTime: (ms: number) => string;
  label: string;
}

/** Colours of ranges; place and order in the list tell them apart too. */
export const SEGMENT_COLOURS = ['var(--c-range-a)', 'var(--c-range-b)', 'var(--c-range-c)'] as const;

/** Ranges on the film, on a ruler of minutes. */
export function FilmLine({ durationMs, segments, laps, sayTime, label }: FilmLineProps) {
  const place = ({ fromMs, toMs }: { fromMs: number; toMs: number }) => ({
    left: `${((fromMs / durationMs) * 100).toFixed(2)}%`,
    width: `${((Math.min(toMs, durationMs) - fromMs) / durationMs * 100).toFixed(2)}%`,
  });
  return (
    <Box role="img" label={label}>
      <Box className="k-film">
        {segments.map((segment, index) => <Box key={index} className="k-film__seg" style={{ ...place(segment), background: segment.colour }} />)}
        {laps.map((lap, index) => <Box key={index} className="k-film__lap" style={place(lap)} />)}
      </Box>
      <Ruler ticks={50} longEvery={10} />
      <Box className="k-ruler__txt">
        {minuteMarks(durationMs).map((ms) => <Txt key={ms}>{sayTime(ms)}</Txt>)}
      </Box>
    </Box>
  );
}

/** Five marks at equal steps, the last one the film's end. */
function minuteMarks(durationMs: number): number[] {
  return [0, 0.25, 0.5, 0.75, 1].map((share) => durationMs * share);
}
