import type { RawPicture } from '../raw-picture.js';
import type { Box } from './boxes.js';

/** Colour planes as the models want them: all of blue, all of green, all of red. */
export interface Planes {
  width: number;
  height: number;
  data: Float32Array;
}

/** What is done to a value of 0 to 255 before a model sees it, for red, green and blue. */
export interface Scale {
  times: readonly [number, number, number];
  plus: readonly [number, number, number];
}

export const scaleOf = (mean: readonly [number, number, number], deviation: readonly [number, number, number]): Scale => ({
  times: [1 / (255 * deviation[0]), 1 / (255 * deviation[1]), 1 / (255 * deviation[2])],
  plus: [-mean[0] / deviation[0], -mean[1] / deviation[1], -mean[2] / deviation[2]],
});

/** The picture at half its size, each pixel the mean of four. Both sides are even. */
export function halved({ width, height, data }: RawPicture): RawPicture {
  const [toWidth, toHeight, row] = [width >> 1, height >> 1, width * 3];
  const half = new Uint8Array(toWidth * toHeight * 3);
  let to = 0;
  for (let y = 0; y < toHeight; y += 1) {
    for (let x = 0, at = 2 * y * row; x < toWidth; x += 1, at += 6) {
      for (let channel = at; channel < at + 3; channel += 1, to += 1) {
        half[to] = ((data[channel] ?? 0) + (data[channel + 3] ?? 0) + (data[channel + row] ?? 0) + (data[channel + row + 3] ?? 0) + 2) >> 2;
      }
    }
  }
  return { width: toWidth, height: toHeight, data: half };
}

export function planesOf({ width, height, data }: RawPicture, { times, plus }: Scale): Planes {
  const size = width * height;
  const planes = new Float32Array(size * 3);
  for (let channel = 0; channel < 3; channel += 1) {
    const [factor, shift, base] = [times[channel] ?? 1, plus[channel] ?? 0, (2 - channel) * size];
    for (let i = 0, at = channel; i < size; i += 1, at += 3) planes[base + i] = (data[at] ?? 0) * factor + shift;
  }
  return { width, height, data: planes };
}

/** A piece of the picture in another size: what lies under each new pixel, averaged; between pixels when it gets larger. */
export function piece(picture: RawPicture, box: Box, toWidth: number, toHeight: number): RawPicture {
  const columns = weights(box.width, toWidth);
  const rows = weights(box.height, toHeight);
  const across = new Float32Array(toWidth * box.height * 3);
  for (let y = 0; y < box.height; y += 1) {
    const start = ((box.top + y) * picture.width + box.left) * 3;
    for (let x = 0; x < toWidth; x += 1) mix(picture.data, start + (columns.from[x] ?? 0) * 3, 3, columns, x, across, (y * toWidth + x) * 3);
  }
  const data = new Uint8ClampedArray(toWidth * toHeight * 3); // rounds what it is given
  for (let y = 0; y < toHeight; y += 1) {
    const start = (rows.from[y] ?? 0) * toWidth * 3;
    for (let x = 0; x < toWidth; x += 1) mix(across, start + x * 3, toWidth * 3, rows, y, data, (y * toWidth + x) * 3);
  }
  return { width: toWidth, height: toHeight, data: new Uint8Array(data.buffer) };
}

/** Which old pixels make each new one, and how much of each: `count` shares for every new pixel. */
interface Weights {
  from: Int32Array;
  count: number;
  shares: Float32Array;
}

/** A triangle as wide as a new pixel, at least as an old one. */
function weights(size: number, toSize: number): Weights {
  const scale = size / toSize;
  const reach = Math.max(1, scale);
  const count = Math.min(size, Math.ceil(2 * reach) + 1);
  const from = new Int32Array(toSize);
  const shares = new Float32Array(toSize * count);
  for (let i = 0; i < toSize; i += 1) {
    const centre = (i + 0.5) * scale - 0.5;
    const first = Math.min(Math.max(0, Math.ceil(centre - reach)), size - count);
    from[i] = first;
    let sum = 0;
    for (let k = 0; k < count; k += 1) sum += shares[i * count + k] = Math.max(0, 1 - Math.abs(first + k - centre) / reach);
    for (let k = 0; k < count; k += 1) shares[i * count + k] = (shares[i * count + k] ?? 0) / (sum || 1);
  }
  return { from, count, shares };
}

function mix(source: Uint8Array | Float32Array, at: number, step: number, { count, shares }: Weights, index: number, target: Uint8ClampedArray | Float32Array, to: number): void {
  let [red, green, blue] = [0, 0, 0];
  for (let k = 0, pixel = at; k < count; k += 1, pixel += step) {
    const share = shares[index * count + k] ?? 0;
    red += (source[pixel] ?? 0) * share;
    green += (source[pixel + 1] ?? 0) * share;
    blue += (source[pixel + 2] ?? 0) * share;
  }
  target[to] = red;
  target[to + 1] = green;
  target[to + 2] = blue;
}

const BLOCK = 16;
/** Blocks that differ by less on average show the same, whatever the encoder made of it. */
const SAME = 3;
/** Writing stands out from what is behind it: by more than this, from the darkest to the brightest value. */
const LEAST_CONTRAST = 40;

/** Two pictures of the same size that say the same: no block of them differs. */
export function isAlike(a: RawPicture, b: RawPicture): boolean {
  if (a.width !== b.width || a.height !== b.height) return false;
  const row = a.width * 3;
  for (let top = 0; top < a.height; top += BLOCK) {
    for (let left = 0; left < row; left += BLOCK * 3) {
      const [right, bottom] = [Math.min(row, left + BLOCK * 3), Math.min(a.height, top + BLOCK)];
      let sum = 0;
      for (let y = top; y < bottom; y += 1) for (let i = y * row + left; i < y * row + right; i += 1) sum += Math.abs((a.data[i] ?? 0) - (b.data[i] ?? 0));
      if (sum > SAME * (right - left) * (bottom - top)) return false;
    }
  }
  return true;
}

/** Nothing but one shade, or nearly: black, a sky, fog. */
export function isPlain({ data }: RawPicture): boolean {
  for (let channel = 0; channel < 3; channel += 1) {
    let [least, most] = [255, 0];
    for (let i = channel; i < data.length; i += 3) {
      const value = data[i] ?? 0;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    if (most - least > LEAST_CONTRAST) return false;
  }
  return true;
}
