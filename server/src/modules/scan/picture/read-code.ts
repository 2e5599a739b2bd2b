import jsQR from 'jsqr';
import type { Point } from './geometry.js';
import { crop, type Grey } from './raster.js';

export interface ReadCode {
  text: string;
  /** Quarters to the right by which the code, and so the sheet, is turned. */
  quarters: number;
  /** Middle of the code in the picture. */
  at: Point;
}

interface Region {
  x: number;
  y: number;
  wide: number;
  high: number;
}

/** Where the foot of the sheet comes to lie, upright first; the code stands at its right end. */
const CORNERS: readonly Region[] = [
  { x: 0.6, y: 0.84, wide: 0.4, high: 0.16 },
  { x: 0, y: 0, wide: 0.4, high: 0.16 },
  { x: 0, y: 0.68, wide: 0.3, high: 0.32 },
  { x: 0.7, y: 0, wide: 0.3, high: 0.32 },
];
const HALVES: readonly Region[] = [{ x: 0, y: 0.5, wide: 1, high: 0.5 }, { x: 0, y: 0, wide: 1, high: 0.5 }];

/** Reads the code of a printed form: looks where it should be first, then everywhere. */
export function readCode(page: Grey): ReadCode | null {
  for (const region of [...CORNERS, ...HALVES]) {
    const read = readIn(page, region);
    if (read) return read;
  }
  return null;
}

function readIn(page: Grey, { x, y, wide, high }: Region): ReadCode | null {
  const [left, top] = [x * page.width, y * page.height];
  const part = crop(page, left, top, wide * page.width, high * page.height);
  if (part.width < 21 || part.height < 21) return null;
  const code = jsQR.default(rgbaOf(part), part.width, part.height, { inversionAttempts: 'dontInvert' });
  if (!code || code.data === '') return null;
  const { topLeftCorner, topRightCorner, bottomRightCorner } = code.location;
  const quarters = Math.round(Math.atan2(topRightCorner.y - topLeftCorner.y, topRightCorner.x - topLeftCorner.x) / (Math.PI / 2));
  return {
    text: code.data,
    quarters: (quarters + 4) % 4,
    at: { x: left + (topLeftCorner.x + bottomRightCorner.x) / 2, y: top + (topLeftCorner.y + bottomRightCorner.y) / 2 },
  };
}

function rgbaOf({ data }: Grey): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(data.length * 4);
  data.forEach((value, index) => rgba.fill(value, index * 4, index * 4 + 3));
  return rgba;
}
