import { brightShapes, LEAST_SHARE } from './bright-shapes.js';
import { edgeQuads } from './edge-lines.js';
import { areaOf, crossing, distance, looksLikeSheet, scaled, sidesOf, type Line, type Point, type Quad } from './geometry.js';
import { boxSums, toGrey, toLeast, type Rgb } from './raster.js';

export interface FoundSheet {
  /** In pixels of the picture that was looked at. */
  corners: Quad;
  /** No edges were found: these are the corners of the whole picture, for a person to move. */
  isGuess: boolean;
}

type Means = ReturnType<typeof boxSums>;

/** A step of brightness of this many levels along a whole side leaves no doubt. */
const CLEAR_STEP = 14;
/** Quadrilaterals scoring below this are rejected. */
const LEAST_SCORE = 0.22;
/** A side that runs along the picture's own edge can show nothing: half a reason to believe in it. */
const UNSEEN = 0.35;
/** A sheet whose corners are all this near to those of the picture may as well go on beyond it: it is said to be a guess. */
const WHOLE = 0.01;
/** How far a corner may lie outside of the picture, as a share of it. */
const OUTSIDE = 0.04;

/**
 * Finds the four corners of a sheet of paper. Candidates come from bright shapes and from straight edges; the one
 * whose four sides have the clearest step from paper to desk wins, and its sides are then fitted to the pixel.
 * `small` is the same picture at some 480 pixels, in which the search is made.
 */
export function findSheet(picture: Rgb, small: Rgb): FoundSheet {
  const [grey, least] = [toGrey(small), toLeast(small)];
  const means = [boxSums(grey), boxSums(least)];
  const candidates = [...brightShapes(least), ...brightShapes(grey), ...edgeQuads(grey)];
  let best: { quad: Quad; score: number } | null = null;
  for (const quad of candidates) {
    if (!isPossible(quad, small)) continue;
    const score = scoreOf(quad, means, small);
    if (best === null || score > best.score) best = { quad, score };
  }
  if (!best || best.score < LEAST_SCORE || isWhole(best.quad, small)) return { corners: wholeOf(picture), isGuess: true };
  const scale = picture.width / small.width;
  return { corners: refined(scaled(best.quad, scale), picture), isGuess: false };
}

export function wholeOf({ width, height }: Rgb): Quad {
  return [{ x: 0, y: 0 }, { x: width, y: 0 }, { x: width, y: height }, { x: 0, y: height }];
}

function isWhole(quad: Quad, { width, height }: Rgb): boolean {
  return quad.every(({ x, y }) => Math.min(x, width - x) < WHOLE * width && Math.min(y, height - y) < WHOLE * height);
}

function isPossible(quad: Quad, { width, height }: Rgb): boolean {
  const [marginX, marginY] = [OUTSIDE * width, OUTSIDE * height];
  const isInside = quad.every(({ x, y }) => x >= -marginX && x <= width + marginX && y >= -marginY && y <= height + marginY);
  return isInside && looksLikeSheet(quad) && areaOf(quad) >= LEAST_SHARE * width * height;
}

/** How surely these are the edges of paper: every side must show the step, and a larger sheet is the likelier one. */
function scoreOf(quad: Quad, means: readonly Means[], { width, height }: Rgb): number {
  const steps = sidesOf(quad).map((side) => Math.max(...means.map((mean) => stepAlong(side, mean, width, height))));
  const sum = steps.reduce((total, step) => total + step, 0) / 4;
  const share = areaOf(quad) / (width * height);
  return (0.5 * sum + 0.5 * Math.min(...steps)) * (0.6 + 0.4 * Math.min(1, share / 0.5));
}

/** 0 to 1: how much brighter it is inside of a side than outside, and along how much of it. */
function stepAlong([p, q]: readonly [Point, Point], { mean }: Means, width: number, height: number): number {
  const length = distance(p, q);
  const [inX, inY] = [(p.y - q.y) / length, (q.x - p.x) / length];
  let [sum, seen, bright] = [0, 0, 0];
  for (let step = 0; step < 40; step += 1) {
    const share = 0.04 + (0.92 * step) / 39;
    const [x, y] = [p.x + (q.x - p.x) * share, p.y + (q.y - p.y) * share];
    const box = (away: number) => {
      const [middleX, middleY] = [Math.round(x + inX * away), Math.round(y + inY * away)];
      return middleX < 0 || middleY < 0 || middleX >= width || middleY >= height ? NaN : mean(middleX - 1, middleY - 1, middleX + 2, middleY + 2);
    };
    const [inside, outside] = [box(4), box(-4)];
    if (Number.isNaN(inside) || Number.isNaN(outside)) continue;
    const rise = Math.max(-CLEAR_STEP, Math.min(CLEAR_STEP * 1.5, inside - outside));
    seen += 1;
    sum += rise;
    if (rise > 2) bright += 1;
  }
  if (seen < 12) return UNSEEN;
  return Math.max(0, Math.min(1, sum / seen / CLEAR_STEP)) * (bright / seen);
}

/** Moves each side to where the step is sharpest and lets the sides meet anew. */
function refined(quad: Quad, picture: Rgb): Quad {
  const means = [boxSums(toGrey(picture)), boxSums(toLeast(picture))];
  const reach = Math.max(4, Math.round(picture.width * 0.012));
  const lines = sidesOf(quad).map((side) => fittedLine(side, means, reach, picture));
  const [upper, right, lower, left] = lines;
  const corners = [meet(left, upper), meet(upper, right), meet(right, lower), meet(lower, left)];
  const moved = corners.map((corner, index) => (corner && distance(corner, quad[index as 0]) < reach * 3 ? corner : quad[index as 0]));
  const [a, b, c, d] = moved;
  return a && b && c && d ? [a, b, c, d] : quad;
}

const meet = (one: Line | undefined, other: Line | undefined) => (one && other ? crossing(one, other) : null);

function fittedLine([p, q]: readonly [Point, Point], means: readonly Means[], reach: number, { width, height }: Rgb): Line | undefined {
  const length = distance(p, q);
  const [inX, inY] = [(p.y - q.y) / length, (q.x - p.x) / length];
  const points: Point[] = [];
  for (let step = 0; step < 80; step += 1) {
    const share = 0.05 + (0.9 * step) / 79;
    const [x, y] = [p.x + (q.x - p.x) * share, p.y + (q.y - p.y) * share];
    let best = { rise: 4, away: NaN };
    for (let away = -reach; away <= reach; away += 1) {
      const [atX, atY] = [x + inX * away, y + inY * away];
      if (atX < 4 || atY < 4 || atX > width - 4 || atY > height - 4) continue;
      const rise = Math.max(...means.map(({ mean }) => box(mean, atX + inX * 3, atY + inY * 3) - box(mean, atX - inX * 3, atY - inY * 3)));
      if (rise > best.rise) best = { rise, away };
    }
    if (!Number.isNaN(best.away)) points.push({ x: x + inX * best.away, y: y + inY * best.away });
  }
  return lineOf(points);
}

const box = (mean: Means['mean'], x: number, y: number): number => {
  const [left, top] = [Math.round(x) - 1, Math.round(y) - 1];
  return mean(left, top, left + 3, top + 3);
};

/** The line most of the points lie on: fitted, the worst thrown out, fitted again. */
function lineOf(points: Point[]): Line | undefined {
  let kept = points;
  for (let round = 0; round < 4; round += 1) {
    if (kept.length < 16) return undefined;
    const line = leastSquares(kept);
    const off = (point: Point) => Math.abs(line.a * point.x + line.b * point.y - line.c);
    const sorted = kept.map(off).sort((one, other) => one - other);
    const bound = Math.max(1, (sorted[Math.floor(sorted.length / 2)] ?? 0) * 2.5);
    const next = kept.filter((point) => off(point) <= bound);
    if (next.length === kept.length) return line;
    kept = next;
  }
  return leastSquares(kept);
}

function leastSquares(points: readonly Point[]): Line {
  const count = points.length;
  const [middleX, middleY] = [points.reduce((sum, { x }) => sum + x, 0) / count, points.reduce((sum, { y }) => sum + y, 0) / count];
  let [xx, xy, yy] = [0, 0, 0];
  for (const { x, y } of points) {
    xx += (x - middleX) ** 2;
    xy += (x - middleX) * (y - middleY);
    yy += (y - middleY) ** 2;
  }
  const along = 0.5 * Math.atan2(2 * xy, xx - yy);
  const [a, b] = [-Math.sin(along), Math.cos(along)];
  return { a, b, c: a * middleX + b * middleY };
}
