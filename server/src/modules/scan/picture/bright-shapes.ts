import { areaOf, crossing, inOrder, lineThrough, type Point, type Quad } from './geometry.js';
import { percentile, type Grey } from './raster.js';

/** Brightness steps at which the picture is parted into sheet and desk. */
const LEVELS = 12;
/** A sheet fills at least this share of its photograph. */
export const LEAST_SHARE = 0.1;

/** Quadrilaterals around the largest bright shape, for each of many levels of brightness. */
export function brightShapes(picture: Grey): Quad[] {
  const [dark, bright] = [percentile(picture, 0.03), percentile(picture, 0.97)];
  const quads: Quad[] = [];
  for (let level = 1; level < LEVELS; level += 1) {
    const quad = quadAround(picture, dark + ((bright - dark) * level) / LEVELS);
    if (quad) quads.push(quad);
  }
  return quads;
}

function quadAround(picture: Grey, threshold: number): Quad | null {
  const shape = largestShape(opened(picture, threshold), picture.width, picture.height);
  if (shape.pixels < LEAST_SHARE * picture.data.length) return null;
  return quadOf(hullOf(shape.ends));
}

/** Brighter than the threshold together with all four neighbours: thin bridges to what lies beside the sheet fall away. */
function opened({ width, height, data }: Grey, threshold: number): Uint8Array {
  const mask = new Uint8Array(data.length);
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const least = Math.min(data[at] ?? 0, data[at - 1] ?? 0, data[at + 1] ?? 0, data[at - width] ?? 0, data[at + width] ?? 0);
      mask[at] = least > threshold ? 1 : 0;
    }
  }
  return mask;
}

/** The largest connected shape: its pixels, and where it begins and ends in each row. Empties the mask. */
function largestShape(mask: Uint8Array, width: number, height: number): { pixels: number; ends: Point[] } {
  const stack = new Int32Array(mask.length);
  let best: { pixels: number; ends: Point[] } = { pixels: 0, ends: [] };
  for (let start = 0; start < mask.length; start += 1) {
    if (mask[start] !== 1) continue;
    const [first, last] = [new Int32Array(height).fill(width), new Int32Array(height).fill(-1)];
    let [depth, pixels] = [1, 0];
    stack[0] = start;
    mask[start] = 0;
    while (depth > 0) {
      depth -= 1;
      const at = stack[depth] ?? 0;
      const [x, y] = [at % width, (at / width) | 0];
      pixels += 1;
      if (x < (first[y] ?? 0)) first[y] = x;
      if (x > (last[y] ?? 0)) last[y] = x;
      for (const next of [at - 1, at + 1, at - width, at + width]) {
        if (mask[next] !== 1) continue;
        mask[next] = 0;
        stack[depth] = next;
        depth += 1;
      }
    }
    if (pixels <= best.pixels) continue;
    const ends: Point[] = [];
    for (let y = 0; y < height; y += 1) {
      const [from = 0, to = -1] = [first[y], last[y]];
      // Back to where the shape ended before its rim was taken off.
      if (to >= from) ends.push({ x: from - 1, y }, { x: to + 1, y });
    }
    best = { pixels, ends };
  }
  return best;
}

/** The convex hull, clockwise on the screen (Andrew's two chains). */
function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((p, q) => p.x - q.x || p.y - q.y);
  const chain = (ordered: readonly Point[]) => {
    const hull: Point[] = [];
    for (const point of ordered) {
      while (hull.length >= 2 && turn(hull[hull.length - 2], hull[hull.length - 1], point) <= 0) hull.pop();
      hull.push(point);
    }
    return hull.slice(0, -1);
  };
  return [...chain(sorted), ...chain(sorted.reverse())];
}

const turn = (a: Point | undefined, b: Point | undefined, c: Point) => (a && b ? (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) : 0);

/**
 * The quadrilateral closest around a hull: the side whose removal adds the least area goes, again and again, its
 * neighbours meeting where it was. A corner that a finger or a crease takes off comes back.
 */
function quadOf(hull: Point[]): Quad | null {
  let points = hull;
  while (points.length > 4) {
    let best: { added: number; index: number; meet: Point } | null = null;
    for (let index = 0; index < points.length; index += 1) {
      const at = (step: number): Point => points[(index + step + points.length) % points.length] ?? { x: 0, y: 0 };
      const meet = crossing(lineThrough(at(-1), at(0)), lineThrough(at(1), at(2)));
      if (!meet) continue;
      const added = areaOf([at(0), meet, at(1)]);
      if (added >= -1e-9 && (best === null || added < best.added)) best = { added, index, meet };
    }
    if (!best) return null;
    const { index, meet } = best;
    const after = (index + 1) % points.length;
    points = points.map((point, at) => (at === index ? meet : point)).filter((_point, at) => at !== after);
  }
  const [a, b, c, d] = points;
  return a && b && c && d ? inOrder([a, b, c, d]) : null;
}
