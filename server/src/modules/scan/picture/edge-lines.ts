import { crossing, inOrder, type Line, type Quad } from './geometry.js';
import type { Grey } from './raster.js';

const ANGLES = 180;
const MOST_LINES = 18;
/** Lines nearer to each other than this, in pixels and in steps of the angle, are one. */
const APART = { pixels: 10, angles: 6 };
/** Opposite sides of a sheet differ by at most this many degrees, neighbours by at least that many. */
const OPPOSITE = 28;
const NEIGHBOUR = 55;

/** Quadrilaterals from the strongest straight edges (Hough): for a sheet on a desk as bright as itself. */
export function edgeQuads(picture: Grey): Quad[] {
  const lines = strongestLines(picture);
  const pairs: [number, number][] = [];
  for (let one = 0; one < lines.length; one += 1) {
    for (let other = one + 1; other < lines.length; other += 1) if (angleBetween(lines[one], lines[other]) < OPPOSITE) pairs.push([one, other]);
  }
  const quads: Quad[] = [];
  for (const [p, q] of pairs) {
    for (const [r, s] of pairs) {
      if (r <= p || angleBetween(lines[p], lines[r]) < NEIGHBOUR || angleBetween(lines[q], lines[s]) < NEIGHBOUR) continue;
      const quad = quadOf(lines[p], lines[q], lines[r], lines[s]);
      if (quad) quads.push(quad);
    }
  }
  return quads;
}

function quadOf(p: Line | undefined, q: Line | undefined, r: Line | undefined, s: Line | undefined): Quad | null {
  if (!p || !q || !r || !s) return null;
  const corners = [crossing(p, r), crossing(p, s), crossing(q, s), crossing(q, r)];
  const [a, b, c, d] = corners;
  return a && b && c && d ? inOrder([a, b, c, d]) : null;
}

function angleBetween(one: Line | undefined, other: Line | undefined): number {
  if (!one || !other) return 0;
  return (Math.acos(Math.min(1, Math.abs(one.a * other.a + one.b * other.b))) * 180) / Math.PI;
}

/** Every pixel at which the brightness changes votes for the lines along its own edge. */
function strongestLines({ width, height, data }: Grey): Line[] {
  const reach = Math.ceil(Math.hypot(width, height));
  const votes = new Float32Array(ANGLES * 2 * reach);
  const [cosines, sines] = [Math.cos, Math.sin].map((of) => Float64Array.from({ length: ANGLES }, (_none, angle) => of((angle * Math.PI) / ANGLES)));
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const value = (offset: number) => data[at + offset] ?? 0;
      const across = value(1 - width) + 2 * value(1) + value(1 + width) - value(-1 - width) - 2 * value(-1) - value(width - 1);
      const down = value(width - 1) + 2 * value(width) + value(width + 1) - value(-width - 1) - 2 * value(-width) - value(1 - width);
      const strength = Math.hypot(across, down);
      if (strength < 14) continue;
      const own = Math.round(((Math.atan2(down, across) + Math.PI) / Math.PI) * ANGLES);
      // Weak edges count nearly as much as strong ones: a white desk has no others.
      const weight = Math.min(1, strength / 60) + 0.3;
      for (let step = -3; step <= 3; step += 1) {
        const angle = (own + step + ANGLES) % ANGLES;
        const rho = Math.round(x * (cosines?.[angle] ?? 0) + y * (sines?.[angle] ?? 0)) + reach;
        votes[angle * 2 * reach + rho] = (votes[angle * 2 * reach + rho] ?? 0) + weight;
      }
    }
  }
  return pickLines(votes, reach, cosines ?? new Float64Array(), sines ?? new Float64Array());
}

function pickLines(votes: Float32Array, reach: number, cosines: Float64Array, sines: Float64Array): Line[] {
  const lines: Line[] = [];
  while (lines.length < MOST_LINES) {
    let best = 0;
    for (let at = 1; at < votes.length; at += 1) if ((votes[at] ?? 0) > (votes[best] ?? 0)) best = at;
    if ((votes[best] ?? 0) < reach * 0.05) break;
    const [angle, rho] = [Math.floor(best / (2 * reach)), best % (2 * reach)];
    lines.push({ a: cosines[angle] ?? 0, b: sines[angle] ?? 0, c: rho - reach });
    for (let step = -APART.angles; step <= APART.angles; step += 1) {
      const turnedRound = angle + step < 0 || angle + step >= ANGLES;
      const near = (angle + step + ANGLES) % ANGLES;
      // Behind half a turn the same line counts its distance backwards.
      const middle = turnedRound ? 2 * reach - rho : rho;
      votes.fill(0, near * 2 * reach + Math.max(0, middle - APART.pixels), near * 2 * reach + Math.min(2 * reach, middle + APART.pixels + 1));
    }
  }
  return lines;
}
