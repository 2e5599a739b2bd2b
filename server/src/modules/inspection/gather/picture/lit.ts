import type { PictureFacts } from '@kepu/shared/inspection/facts';
import { HEIGHT, WIDTH, type Sample } from './samples.js';

/** A pixel above this is more than video black with a codec's noise. */
const DARK = 16;
/** A line of the picture counts as lit with this share of its pixels: a subtitle in a black bar does not light it. */
const LINE_SHARE = 0.45;
/** How often lines of a bar may be lit (a full-frame title, a flash), and how often the picture beside it must be. */
const BAR_LIT = 0.15;
const PICTURE_LIT = 0.5;
/** Lines over which a bar turns into picture. */
const EDGE_LINES = 3;
/** Across the edge the grey jumps, at least in parts and now and then: darkness that grows slowly is no bar. */
const STEP = 20;
const STEP_REACH = 2;
const STEP_SHARE = 0.25;
const STEP_OFTEN = 0.3;

export type Lit = PictureFacts['lit'];

/** How often a line of the picture is lit, and how often the grey jumps across it. */
interface Line {
  lit: number;
  step: number;
}

/**
 * The part of the picture that is lit as a rule. A bar ends in a straight edge, lit on one side in most pictures and
 * on the other in nearly none: night skies and dark corners do not.
 */
export function litPart(samples: readonly Sample[]): Lit {
  const bright = samples.filter((sample) => share(sample.grey, DARK) >= LEAST_LIT);
  if (bright.length === 0) return null;
  const rows = linesOf(bright, HEIGHT, ({ grey }, y) => grey.subarray(y * WIDTH, (y + 1) * WIDTH));
  const columns = linesOf(bright, WIDTH, ({ grey }, x) => Uint8Array.from({ length: HEIGHT }, (_, y) => grey[y * WIDTH + x] ?? 0));
  return {
    left: edge(columns) / WIDTH,
    top: edge(rows) / HEIGHT,
    right: 1 - edge(columns.toReversed()) / WIDTH,
    bottom: 1 - edge(rows.toReversed()) / HEIGHT,
  };
}

/** Titles on black and night scenes have no edges to speak of. */
const LEAST_LIT = 0.15;

function linesOf(samples: readonly Sample[], count: number, pixels: (sample: Sample, line: number) => Uint8Array): Line[] {
  const often = (test: (sample: Sample) => boolean) => samples.filter(test).length / samples.length;
  return Array.from({ length: count }, (_, line) => ({
    lit: often((sample) => share(pixels(sample, line), DARK) >= LINE_SHARE),
    step: often((sample) => jumps(pixels(sample, Math.max(0, line - STEP_REACH)), pixels(sample, Math.min(count - 1, line + STEP_REACH))) >= STEP_SHARE),
  }));
}

/** Share of two lines at which they differ clearly. */
function jumps(a: Uint8Array, b: Uint8Array): number {
  return share(a.map((value, i) => Math.abs(value - (b[i] ?? 0))), STEP);
}

/** Share of the pixels that are brighter than a level. */
function share(pixels: Uint8Array, level: number): number {
  let brighter = 0;
  for (const value of pixels) if (value > level) brighter += 1;
  return brighter / pixels.length;
}

/** How many lines from the outside are a bar; 0 where there is no straight edge. */
function edge(lines: readonly Line[]): number {
  const inside = lines.findIndex(({ lit }) => lit >= PICTURE_LIT);
  const outside = lines.findIndex(({ lit }) => lit > BAR_LIT);
  if (inside < 0 || outside < 0 || inside - outside > EDGE_LINES) return 0;
  return Math.max(...lines.slice(Math.max(0, outside - 1), inside + 2).map(({ step }) => step)) >= STEP_OFTEN ? outside : 0;
}
