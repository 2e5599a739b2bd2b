import type { TimeRange } from '@kepu/shared/forms/work-form';
import { HEIGHT, WIDTH, type Sample } from './samples.js';

/** Shorter stretches are how films are cut: nothing to note. */
export const SHORTEST = { blackMs: 5_000, frozenMs: 10_000 };

/** A stretch between two samples that nothing is known about. */
export interface Gap {
  fromMs: number;
  toMs: number;
}

/** Video black is 0 here; the tail of a fade and the noise of a codec are still black. */
const BLACK = 24;
const BLACK_SHARE = 0.99;
const BLOCK = 10;
/** Blocks that differ by less on average: noise of the encoder, not a movement. */
const STILL = 3;
/** Nearer samples are as good as a decoded stretch. */
const FINE_MS = 800;

export function isBlack({ grey }: Sample): boolean {
  let dark = 0;
  for (const value of grey) if (value <= BLACK) dark += 1;
  return dark >= BLACK_SHARE * grey.length;
}

/** No part of the picture differs: a subtitle that changes makes two pictures different. */
export function isAlike(a: Sample, b: Sample): boolean {
  for (let top = 0; top < HEIGHT; top += BLOCK) {
    for (let left = 0; left < WIDTH; left += BLOCK) if (blockDifference(a.grey, b.grey, left, top) > STILL) return false;
  }
  return true;
}

function blockDifference(a: Uint8Array, b: Uint8Array, left: number, top: number): number {
  let sum = 0;
  for (let y = top; y < top + BLOCK; y += 1) {
    for (let i = y * WIDTH + left; i < y * WIDTH + left + BLOCK; i += 1) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
  }
  return sum / (BLOCK * BLOCK);
}

interface Run {
  first: number;
  last: number;
}

/** Stretches that the samples show to be black or frozen, each as long as it is proven to be. */
export function stretchesOf(samples: readonly Sample[], endMs: number): { black: TimeRange[]; frozen: TimeRange[] } {
  const range = ({ first, last }: Run): TimeRange => ({ fromMs: at(samples, first, 0), toMs: heldUntil(samples, last, endMs) });
  const long = (shortest: number) => (stretch: TimeRange) => stretch.toMs - stretch.fromMs >= shortest;
  const black = blackRuns(samples);
  return {
    black: black.map(range).filter(long(SHORTEST.blackMs)),
    frozen: frozenRuns(samples).map(range).filter(long(SHORTEST.frozenMs)),
  };
}

/** A picture is on screen until the next; where that is far away, only its own moment is known. */
function heldUntil(samples: readonly Sample[], last: number, endMs: number): number {
  const own = at(samples, last, 0);
  const next = at(samples, last + 1, endMs);
  return next - own <= FINE_MS || last === samples.length - 1 ? next : own;
}

/** Gaps to be decoded to know where black and frozen stretches begin and end, and that they do not break in between. */
export function gapsToDecode(samples: readonly Sample[], endMs: number): Gap[] {
  const wanted = new Set<number>();
  const consider = (runs: Run[], shortest: number, inside: (run: Run) => number[]) => {
    for (const run of runs) {
      const possibleMs = at(samples, run.last + 1, endMs) - at(samples, run.first - 1, 0);
      if (possibleMs >= shortest) for (const index of [run.first - 1, run.last, ...inside(run)]) wanted.add(index);
    }
  };
  consider(blackRuns(samples), SHORTEST.blackMs, () => []);
  consider(frozenRuns(samples), SHORTEST.frozenMs, ({ first, last }) => (last > first ? [Math.floor((first + last - 1) / 2)] : []));
  const gaps = [...wanted].sort((a, b) => a - b).map((index) => ({ fromMs: at(samples, index, 0), toMs: at(samples, index + 1, endMs) }));
  return gaps.filter(({ fromMs, toMs }) => toMs - fromMs > FINE_MS);
}

const at = (samples: readonly Sample[], index: number, otherwise: number): number => samples[index]?.atMs ?? otherwise;

function blackRuns(samples: readonly Sample[]): Run[] {
  return runsOf(samples.length, (_, i) => isBlackAt(samples, i), (i) => isBlackAt(samples, i));
}

/** Every picture of a run is like its first: slow movements add up. */
function frozenRuns(samples: readonly Sample[]): Run[] {
  const alike = (first: number, i: number): boolean => {
    const [a, b] = [samples[first], samples[i]];
    return a !== undefined && b !== undefined && isAlike(a, b);
  };
  return runsOf(samples.length, alike, (i) => !isBlackAt(samples, i)).filter(({ first, last }) => last > first);
}

const isBlackAt = (samples: readonly Sample[], i: number): boolean => {
  const sample = samples[i];
  return sample !== undefined && isBlack(sample);
};

function runsOf(count: number, continues: (first: number, i: number) => boolean, begins: (i: number) => boolean): Run[] {
  const runs: Run[] = [];
  for (let first = 0; first < count; first += 1) {
    if (!begins(first)) continue;
    let last = first;
    while (last + 1 < count && continues(first, last + 1)) last += 1;
    runs.push({ first, last });
    first = last;
  }
  return runs;
}
