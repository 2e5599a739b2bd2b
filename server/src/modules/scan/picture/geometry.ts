export interface Point {
  x: number;
  y: number;
}

/** The corners of a sheet, clockwise from what is its upper left as the picture stands. */
export type Quad = readonly [Point, Point, Point, Point];

/** A line as a·x + b·y = c with a² + b² = 1. */
export interface Line {
  a: number;
  b: number;
  c: number;
}

export const distance = (p: Point, q: Point): number => Math.hypot(p.x - q.x, p.y - q.y);

export function lineThrough(p: Point, q: Point): Line {
  const length = distance(p, q) || 1;
  const [a, b] = [(p.y - q.y) / length, (q.x - p.x) / length];
  return { a, b, c: a * p.x + b * p.y };
}

/** Where two lines cross; null where they run alongside each other. */
export function crossing(one: Line, other: Line): Point | null {
  const determinant = one.a * other.b - other.a * one.b;
  if (Math.abs(determinant) < 1e-6) return null;
  return { x: (one.c * other.b - other.c * one.b) / determinant, y: (one.a * other.c - other.a * one.c) / determinant };
}

/** Sides of a quadrilateral in order: upper, right, lower, left. */
export function sidesOf([a, b, c, d]: Quad): readonly (readonly [Point, Point])[] {
  return [[a, b], [b, c], [c, d], [d, a]];
}

/** Area of a polygon; positive when its points run clockwise on the screen. */
export function areaOf(points: readonly Point[]): number {
  let sum = 0;
  points.forEach((point, index) => {
    const next = points[(index + 1) % points.length] ?? point;
    sum += point.x * next.y - next.x * point.y;
  });
  return sum / 2;
}

/** The corners in our order, whatever order they came in. */
export function inOrder(points: Quad): Quad {
  const middle = { x: points.reduce((sum, { x }) => sum + x, 0) / 4, y: points.reduce((sum, { y }) => sum + y, 0) / 4 };
  const around = [...points].sort((p, q) => Math.atan2(p.y - middle.y, p.x - middle.x) - Math.atan2(q.y - middle.y, q.x - middle.x));
  const first = around.reduce((best, point, index) => (point.x + point.y < (around[best]?.x ?? 0) + (around[best]?.y ?? 0) ? index : best), 0);
  return turned([around[0], around[1], around[2], around[3]] as unknown as Quad, first);
}

/** The same corners, the one at `first` taken for the upper left: the sheet turned by quarters. */
export function turned(quad: Quad, first: number): Quad {
  const at = (index: number): Point => quad[((index + first) % 4) as 0 | 1 | 2 | 3];
  return [at(0), at(1), at(2), at(3)];
}

export function scaled(quad: Quad, x: number, y = x): Quad {
  const move = (point: Point): Point => ({ x: point.x * x, y: point.y * y });
  return [move(quad[0]), move(quad[1]), move(quad[2]), move(quad[3])];
}

/** Whether a sheet may look like this in a photograph: convex, no corner too sharp, not too narrow. */
export function looksLikeSheet(quad: Quad): boolean {
  if (areaOf(quad) <= 0) return false;
  return quad.every((corner, index) => {
    const [before, after] = [quad[((index + 3) % 4) as 0], quad[((index + 1) % 4) as 0]];
    const [u, v] = [{ x: before.x - corner.x, y: before.y - corner.y }, { x: after.x - corner.x, y: after.y - corner.y }];
    const cosine = (u.x * v.x + u.y * v.y) / (Math.hypot(u.x, u.y) * Math.hypot(v.x, v.y) || 1);
    const turn = v.x * u.y - v.y * u.x;
    return Math.abs(cosine) < MOST_COSINE && turn > 0;
  }) && Math.min(...sidesOf(quad).map(([p, q]) => distance(p, q))) * 3 > Math.max(...sidesOf(quad).map(([p, q]) => distance(p, q)));
}

/** Corners between 50° and 130°. */
const MOST_COSINE = 0.643;

/** The eight numbers that take the points of `from` to those of `to`: a plane seen from elsewhere. */
export type Homography = readonly number[];

export function homography(from: Quad, to: Quad): Homography {
  const rows: number[][] = [];
  from.forEach(({ x, y }, index) => {
    const { x: u, y: v } = to[index as 0];
    rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]);
  });
  return solve(rows);
}

export function project([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0]: Homography, { x, y }: Point): Point {
  const w = g * x + h * y + 1;
  return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
}

/** Gauss with pivots on rows of eight unknowns and their sum. */
function solve(rows: number[][]): number[] {
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    const top = rows[pivot] ?? [];
    rows[pivot] = rows[column] ?? [];
    rows[column] = top;
    const head = top[column] ?? 0;
    if (Math.abs(head) < 1e-12) throw new Error('three of the four corners lie on one line');
    for (let row = 0; row < size; row += 1) {
      const line = rows[row];
      if (row === column || !line) continue;
      const factor = (line[column] ?? 0) / head;
      for (let index = column; index <= size; index += 1) line[index] = (line[index] ?? 0) - factor * (top[index] ?? 0);
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
}
