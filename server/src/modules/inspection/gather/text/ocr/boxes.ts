/** A piece of a picture, in its pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** How likely each pixel belongs to text, as the detector says: 0 to 1. */
export interface TextMap {
  width: number;
  height: number;
  values: Float32Array;
}

/** The detector's authors' own settings: what counts as text, how sure a piece must be, and how much is added around it. */
const TEXT = 0.3;
const SURE = 0.5;
const AROUND = 1.6;
const SHORTEST_SIDE = 3;
/** More pieces than this are foliage or a page of print, not what a film says. */
const MOST_BOXES = 60;

/** Upright boxes around connected text: what is written on films is hardly ever slanted. */
export function textBoxes(map: TextMap): Box[] {
  const { width, height, values } = map;
  const seen = new Uint8Array(values.length);
  const queue = new Int32Array(values.length);
  const boxes: Box[] = [];
  for (let start = 0; start < values.length && boxes.length < MOST_BOXES; start += 1) {
    if (seen[start] !== 0 || (values[start] ?? 0) <= TEXT) continue;
    const piece = fill(map, start, seen, queue);
    if (piece.score < SURE || Math.min(piece.box.width, piece.box.height) < SHORTEST_SIDE) continue;
    boxes.push(widened(piece.box, width, height));
  }
  return boxes;
}

/** Everything connected with a pixel, and how sure the detector is of it on average. */
function fill({ width, height, values }: TextMap, start: number, seen: Uint8Array, queue: Int32Array): { box: Box; score: number } {
  let [left, right, top, bottom] = [width, 0, height, 0];
  let [taken, waiting, sum] = [0, 1, 0];
  queue[0] = start;
  seen[start] = 1;
  while (taken < waiting) {
    const pixel = queue[taken] ?? 0;
    taken += 1;
    const x = pixel % width;
    const y = (pixel - x) / width;
    sum += values[pixel] ?? 0;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
    for (let nextY = Math.max(0, y - 1); nextY <= Math.min(height - 1, y + 1); nextY += 1) {
      for (let nextX = Math.max(0, x - 1); nextX <= Math.min(width - 1, x + 1); nextX += 1) {
        const next = nextY * width + nextX;
        if (seen[next] !== 0 || (values[next] ?? 0) <= TEXT) continue;
        seen[next] = 1;
        queue[waiting] = next;
        waiting += 1;
      }
    }
  }
  return { box: { left, top, width: right - left + 1, height: bottom - top + 1 }, score: sum / taken };
}

/** The detector marks the core of a line: its box is made larger by a share of its own size. */
function widened({ left, top, width, height }: Box, mostWidth: number, mostHeight: number): Box {
  const by = (width * height * AROUND) / (2 * (width + height));
  const from = (value: number) => Math.max(0, Math.floor(value - by));
  const [toX, toY] = [Math.min(mostWidth, Math.ceil(left + width + by)), Math.min(mostHeight, Math.ceil(top + height + by))];
  return { left: from(left), top: from(top), width: toX - from(left), height: toY - from(top) };
}

/** Boxes side by side are one line; lines from top to bottom, each from left to right. */
export function linesOf<T extends Box>(boxes: readonly T[]): T[][] {
  const middle = ({ top, height }: Box) => top + height / 2;
  const reach = boxes.reduce((sum, { height }) => sum + height, 0) / Math.max(1, boxes.length) / 2;
  const lines: T[][] = [];
  for (const box of boxes) {
    const line = lines.find(([first]) => first !== undefined && Math.abs(middle(first) - middle(box)) < reach);
    if (line) line.push(box);
    else lines.push([box]);
  }
  for (const line of lines) line.sort((a, b) => a.left - b.left);
  return lines.sort(([a], [b]) => (a?.top ?? 0) - (b?.top ?? 0));
}
