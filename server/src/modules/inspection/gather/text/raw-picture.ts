/** A picture as bytes: four a pixel, red first. */
export interface RawPicture {
  width: number;
  height: number;
  data: Uint8Array;
}

/** One line of text on a picture, as the recogniser saw it. */
export interface ReadLine {
  text: string;
  /** Share of the picture's width at which the middle of the line is. */
  middle: number;
}

export type OcrReply = { ready: true } | { lines: ReadLine[] } | { error: string };

/** The picture in another size: what lies under each new pixel, averaged; between pixels when it gets larger. */
export function resized({ width, height, data }: RawPicture, toWidth: number, toHeight: number): RawPicture {
  if (width === toWidth && height === toHeight) return { width, height, data };
  const columns = weights(width, toWidth);
  const rows = weights(height, toHeight);
  const across = new Float32Array(toWidth * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (const [x, { from, shares }] of columns.entries()) mix(data, (y * width + from) * 4, 4, shares, across, (y * toWidth + x) * 4);
  }
  const result = new Uint8Array(toWidth * toHeight * 4);
  for (const [y, { from, shares }] of rows.entries()) {
    for (let x = 0; x < toWidth; x += 1) mix(across, (from * toWidth + x) * 4, toWidth * 4, shares, result, (y * toWidth + x) * 4);
  }
  return { width: toWidth, height: toHeight, data: result };
}

interface Weights {
  from: number;
  shares: number[];
}

/** Which old pixels make each new one, and how much of each: a triangle as wide as a new pixel, at least as an old one. */
function weights(size: number, toSize: number): Weights[] {
  const scale = size / toSize;
  const reach = Math.max(1, scale);
  return Array.from({ length: toSize }, (_, i) => {
    const centre = (i + 0.5) * scale - 0.5;
    const from = Math.max(0, Math.ceil(centre - reach));
    const to = Math.min(size - 1, Math.floor(centre + reach));
    const raw = Array.from({ length: to - from + 1 }, (__, k) => Math.max(0, 1 - Math.abs(from + k - centre) / reach));
    const sum = raw.reduce((total, share) => total + share, 0);
    return { from, shares: sum > 0 ? raw.map((share) => share / sum) : [1] };
  });
}

function mix(source: Uint8Array | Float32Array, at: number, step: number, shares: readonly number[], target: Uint8Array | Float32Array, to: number): void {
  for (let channel = 0; channel < 4; channel += 1) {
    let sum = 0;
    for (let k = 0; k < shares.length; k += 1) sum += (source[at + k * step + channel] ?? 0) * (shares[k] ?? 0);
    target[to + channel] = target instanceof Uint8Array ? Math.round(sum) : sum;
  }
}
