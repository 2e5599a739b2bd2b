import { crc32, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const LARGEST_SIDE = 4096;
/** A phone's whole screen, turned, at three dots a pixel has four million. */
const MOST_PIXELS = 8_000_000;
/** Bytes of a pixel by colour type: true colour without and with alpha, at 8 bits what every PDF engine draws rightly. */
const PIXEL_BYTES: Readonly<Record<number, number>> = { 2: 3, 6: 4 };
/** Length, name and checksum around what a chunk holds. */
const AROUND_CHUNK = 12;

/**
 * True for a whole PNG of true colour: every chunk there and undamaged, and as many pixels as it says. Whatever is
 * kept as a signature is drawn into papers for years; one that breaks off would keep a whole package from being made.
 */
export function isWholePng(bytes: Buffer): boolean {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return false;
  const chunks = chunksOf(bytes);
  const [header] = chunks ?? [];
  if (!chunks || header?.name !== 'IHDR' || header.data.length !== 13 || chunks.at(-1)?.name !== 'IEND') return false;
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  const [depth, colour = -1, , , interlace] = header.data.subarray(8);
  const pixelBytes = PIXEL_BYTES[colour];
  const isDrawable = width > 0 && height > 0 && width <= LARGEST_SIDE && height <= LARGEST_SIDE && width * height <= MOST_PIXELS && depth === 8 && interlace === 0;
  if (!isDrawable || pixelBytes === undefined) return false;
  return inflatesTo(Buffer.concat(chunks.flatMap(({ name, data }) => (name === 'IDAT' ? [data] : []))), (width * pixelBytes + 1) * height);
}

interface Chunk {
  name: string;
  data: Buffer;
}

/** null: one of them breaks off or is damaged. */
function chunksOf(bytes: Buffer): Chunk[] | null {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at < bytes.length;) {
    if (at + AROUND_CHUNK > bytes.length) return null;
    const length = bytes.readUInt32BE(at);
    const end = at + AROUND_CHUNK + length;
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return null;
    chunks.push({ name: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, end - 4) });
    at = end;
  }
  return chunks;
}

function inflatesTo(packed: Buffer, expected: number): boolean {
  try {
    return inflateSync(packed, { maxOutputLength: expected }).length === expected;
  } catch {
    return false; // broken off, damaged, or longer than its pixels: what is asked here is whether it is whole
  }
}
