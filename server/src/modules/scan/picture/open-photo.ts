import sharp, { type Sharp } from 'sharp';
import type { Rgb } from './raster.js';
import { ScanFailure } from './scan-failure.js';

/** Twice the pixels of a good phone; 65 MP of PNG take 200 MB while they are read row by row. */
const MOST_PIXELS = 65_000_000;
/** A page needs some 1600 of them from head to foot for its print to be read. */
const LEAST_SIDE = 1_200;
/** Larger photographs are made smaller while they are read: an A4 page comes out at 200 points an inch all the same. */
const LONGEST_SIDE = 3_400;
const SMALL_SIDE = 480;
const VIEW_SIDE = 1_280;
const FORMATS = new Set(['jpeg', 'png', 'webp']);

export interface OpenPhoto {
  picture: Rgb;
  /** The same at some 480 pixels, in which the sheet is looked for. */
  small: Rgb;
  /** A JPEG for a screen. */
  view: Buffer;
}

// Each process looks at one photograph; nothing is worth keeping, and one thread is enough.
sharp.cache(false);
sharp.concurrency(1);

/** Reads a photograph nobody trusts, upright as its phone held it. */
export async function openPhoto(path: string): Promise<OpenPhoto> {
  await checkHead(path);
  try {
    const upright = sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'truncated', sequentialRead: true }).rotate();
    const picture = await pixelsOf(upright.resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true }));
    const again = () => sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: 3 } });
    const inside = (side: number) => ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const;
    return { picture, small: await pixelsOf(again().resize(inside(SMALL_SIDE))), view: await again().resize(inside(VIEW_SIDE)).jpeg({ quality: 78 }).toBuffer() };
  } catch (error) {
    throw error instanceof ScanFailure ? error : new ScanFailure('SCAN_DAMAGED');
  }
}

async function checkHead(path: string): Promise<void> {
  const head = await sharp(path, { limitInputPixels: false }).metadata().catch(() => null);
  if (!head || !FORMATS.has(head.format)) throw new ScanFailure('SCAN_NOT_PICTURE');
  if (head.width * head.height > MOST_PIXELS) throw new ScanFailure('SCAN_TOO_MANY_PIXELS');
  if (Math.max(head.width, head.height) < LEAST_SIDE) throw new ScanFailure('SCAN_TOO_SMALL');
}

async function pixelsOf(image: Sharp): Promise<Rgb> {
  const { data, info } = await image.flatten({ background: '#ffffff' }).toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new ScanFailure('SCAN_DAMAGED');
  return { width: info.width, height: info.height, data };
}

export function toJpeg({ width, height, data }: Rgb, quality: number): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 3 } }).jpeg({ quality }).withMetadata({ density: 200 }).toBuffer();
}
