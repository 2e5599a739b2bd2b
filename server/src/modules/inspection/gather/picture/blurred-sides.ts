import { HEIGHT, WIDTH, type Sample } from './samples.js';

/** A step in grey that the eye sees as an edge, and the share of the height it must run along. */
const STEP = 5;
const EDGE_SHARE = 0.35;
/** Share of the width that the middle may have: an upright film in a wide one has 0.32, 4:3 has 0.75. */
const NARROWEST = 0.25;
const WIDEST = 0.9;
/** Fine detail of the sides against that of the middle, and how much the sides must resemble the middle, magnified. */
const MOST_DETAIL = 0.4;
const RESEMBLANCE = 0.55;
/** Pictures that must show it, of those that show anything. */
const OFTEN = 0.5;
const FEWEST = 3;

/** More pictures would say the same. */
const ENOUGH = 40;

/** Moments at which both sides are a blurred copy of the middle; none unless the whole film is made so. */
export function blurredSides(all: readonly Sample[]): number[] {
  const samples = all.filter((_, i) => i % Math.ceil(all.length / ENOUGH) === 0);
  const left = seam(samples);
  if (left === null) return [];
  const shown = samples.filter((sample) => isBlurredCopy(sample, left));
  return shown.length >= Math.max(FEWEST, OFTEN * samples.length) ? shown.map(({ atMs }) => atMs) : [];
}

/** The first column of the middle, where straight edges stand at the same distance from both sides; null if there are none. */
export function seam(samples: readonly Sample[]): number | null {
  const steps = Array.from({ length: WIDTH }, (_, x) => mean(samples.map((sample) => stepShare(sample, x))));
  const usual = mean(steps);
  let best: { x: number; share: number } | null = null;
  for (let x = Math.ceil((WIDTH * (1 - WIDEST)) / 2); x <= (WIDTH * (1 - NARROWEST)) / 2; x += 1) {
    const right = WIDTH - x;
    const share = Math.min(near(steps, x), near(steps, right));
    if (share >= EDGE_SHARE && share > 2.5 * usual && share > (best?.share ?? 0)) best = { x, share };
  }
  return best ? best.x : null;
}

/** The strongest of a column and its neighbours: seams fall between pixels. */
const near = (steps: readonly number[], x: number): number => Math.max(steps[x - 1] ?? 0, steps[x] ?? 0, steps[x + 1] ?? 0);

/** Share of the height at which the grey steps from one side of the column to the other. */
function stepShare({ grey }: Sample, x: number): number {
  if (x < 1 || x > WIDTH - 2) return 0;
  let steps = 0;
  for (let i = x; i < grey.length; i += WIDTH) if (Math.abs((grey[i + 1] ?? 0) - (grey[i - 1] ?? 0)) > STEP) steps += 1;
  return steps / HEIGHT;
}

function isBlurredCopy(sample: Sample, left: number): boolean {
  const sides = [...range(2, left - 3), ...range(WIDTH - left + 3, WIDTH - 2)];
  const middle = range(left + 3, WIDTH - left - 3);
  const inside = detail(sample, middle);
  return inside > 0.2 && detail(sample, sides) < MOST_DETAIL * inside && resemblance(sample, sides, left) > RESEMBLANCE;
}

/** How much neighbouring pixels of a column differ: near nothing where the picture is blurred. */
function detail({ grey }: Sample, columns: readonly number[]): number {
  let sum = 0;
  for (const x of columns) {
    for (let i = x + WIDTH; i < grey.length - WIDTH; i += WIDTH) sum += Math.abs(2 * (grey[i] ?? 0) - (grey[i - WIDTH] ?? 0) - (grey[i + WIDTH] ?? 0));
  }
  return sum / (columns.length * (HEIGHT - 2));
}

/** How well the sides follow the middle: magnified to fill the width and cropped, or only pulled apart. */
function resemblance(sample: Sample, sides: readonly number[], left: number): number {
  const share = 1 - (2 * left) / WIDTH;
  const source = (x: number) => WIDTH / 2 + (x - WIDTH / 2) * share;
  const cropped = (y: number) => HEIGHT / 2 + (y - HEIGHT / 2) * share;
  const rows = range(4, HEIGHT - 4).filter((y) => y % 4 === 0);
  const compare = (sourceRow: (y: number) => number) => {
    const pairs = rows.flatMap((y) => sides.filter((x) => x % 4 === 0).map((x): [number, number] => [soft(sample, x, y), soft(sample, source(x), sourceRow(y))]));
    return correlation(pairs);
  };
  return Math.max(compare(cropped), compare((y) => y));
}

/** The mean around a point, so that the sharp middle can be held against its blurred copy. */
function soft({ grey }: Sample, atX: number, atY: number): number {
  const values: number[] = [];
  for (let y = Math.round(atY) - 4; y <= Math.round(atY) + 4; y += 2) {
    for (let x = Math.round(atX) - 4; x <= Math.round(atX) + 4; x += 2) {
      if (x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT) values.push(grey[y * WIDTH + x] ?? 0);
    }
  }
  return mean(values);
}

function correlation(pairs: readonly [number, number][]): number {
  const [meanA, meanB] = [mean(pairs.map(([a]) => a)), mean(pairs.map(([, b]) => b))];
  const sum = (of: (a: number, b: number) => number) => pairs.reduce((total, [a, b]) => total + of(a - meanA, b - meanB), 0);
  const spread = Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b));
  return spread === 0 ? 0 : sum((a, b) => a * b) / spread;
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
