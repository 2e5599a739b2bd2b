import { distance, homography, sidesOf, turned, type Quad } from './geometry.js';
import type { Rgb } from './raster.js';

/** A4 at 200 points an inch: small print stays sharp, a page takes some 250 kB. */
export const PAGE = { width: 1654, height: 2339 } as const;

/** The corners so that the sheet stands upright: a form lies across a photograph only because the phone did. */
export function standing(quad: Quad): Quad {
  const [upper = 0, right = 0, lower = 0, left = 0] = sidesOf(quad).map(([p, q]) => distance(p, q));
  // Turned so that the head comes to lie at the right: where the code is read decides whether that was the wrong way.
  return upper + lower > right + left ? turned(quad, 3) : quad;
}

/** The sheet between four corners as if it lay flat under the lens. */
export function straighten(photo: Rgb, corners: Quad, width: number, height: number): Rgb {
  const sheet: Quad = [{ x: 0, y: 0 }, { x: width, y: 0 }, { x: width, y: height }, { x: 0, y: height }];
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = homography(sheet, corners);
  const { width: wide, height: high, data: from } = photo;
  const to = new Uint8Array(width * height * 3);
  const [lastX, lastY] = [wide - 1.001, high - 1.001];
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 3) {
      const [u, v] = [x + 0.5, y + 0.5];
      const w = g * u + h * v + 1;
      const sourceX = Math.min(lastX, Math.max(0, (a * u + b * v + c) / w - 0.5));
      const sourceY = Math.min(lastY, Math.max(0, (d * u + e * v + f) / w - 0.5));
      const [left, top] = [sourceX | 0, sourceY | 0];
      const [p, q] = [sourceX - left, sourceY - top];
      const upper = (top * wide + left) * 3;
      const lower = upper + wide * 3;
      const [k00, k01, k10, k11] = [(1 - p) * (1 - q), p * (1 - q), (1 - p) * q, p * q];
      for (let channel = 0; channel < 3; channel += 1) {
        to[at + channel] =
          (from[upper + channel] ?? 0) * k00 + (from[upper + 3 + channel] ?? 0) * k01 + (from[lower + channel] ?? 0) * k10 + (from[lower + 3 + channel] ?? 0) * k11 + 0.5;
      }
    }
  }
  return { width, height, data: to };
}

/** A picture turned by quarters to the right. */
export function turnedBy({ width, height, data }: Rgb, quarters: number): Rgb {
  const turns = ((quarters % 4) + 4) % 4;
  if (turns === 0) return { width, height, data };
  const [wide, high] = turns === 2 ? [width, height] : [height, width];
  const to = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [u, v] = turns === 1 ? [height - 1 - y, x] : turns === 2 ? [width - 1 - x, height - 1 - y] : [y, width - 1 - x];
      const [from, at] = [(y * width + x) * 3, (v * wide + u) * 3];
      to[at] = data[from] ?? 0;
      to[at + 1] = data[from + 1] ?? 0;
      to[at + 2] = data[from + 2] ?? 0;
    }
  }
  return { width: wide, height: high, data: to };
}
