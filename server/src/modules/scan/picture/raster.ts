/** Pixels in rows, three bytes each: red, green, blue. */
export interface Rgb {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Pixels in rows, one byte each. */
export interface Grey {
  width: number;
  height: number;
  data: Uint8Array;
}

export function toGrey({ width, height, data }: Rgb): Grey {
  const grey = new Uint8Array(width * height);
  for (let pixel = 0, at = 0; pixel < grey.length; pixel += 1, at += 3) {
    grey[pixel] = ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 150 + (data[at + 2] ?? 0) * 29) >> 8;
  }
  return { width, height, data: grey };
}

/** The least of red, green and blue: high on white paper, low on a coloured desk however bright it is. */
export function toLeast({ width, height, data }: Rgb): Grey {
  const least = new Uint8Array(width * height);
  for (let pixel = 0, at = 0; pixel < least.length; pixel += 1, at += 3) least[pixel] = Math.min(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
  return { width, height, data: least };
}

/** The value below which so many of the pixels lie. */
export function percentile({ data }: Grey, share: number): number {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  let left = share * data.length;
  for (let value = 0; value < 256; value += 1) {
    left -= counts[value] ?? 0;
    if (left <= 0) return value;
  }
  return 255;
}

/** Part of a picture. What lies outside of it is left out. */
export function crop({ width, height, data }: Grey, x: number, y: number, wide: number, high: number): Grey {
  const [left, top] = [Math.max(0, Math.round(x)), Math.max(0, Math.round(y))];
  const [right, bottom] = [Math.min(width, Math.round(x + wide)), Math.min(height, Math.round(y + high))];
  const part = new Uint8Array(Math.max(0, right - left) * Math.max(0, bottom - top));
  for (let row = top; row < bottom; row += 1) part.set(data.subarray(row * width + left, row * width + right), (row - top) * (right - left));
  return { width: Math.max(0, right - left), height: Math.max(0, bottom - top), data: part };
}

/** Sums of all pixels above and left, so that the mean of any box costs four reads. */
export function boxSums({ width, height, data }: Grey): { mean: (x0: number, y0: number, x1: number, y1: number) => number } {
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += data[y * width + x] ?? 0;
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + row;
    }
  }
  const at = (x: number, y: number) => sums[y * stride + x] ?? 0;
  return {
    mean: (x0, y0, x1, y1) => {
      const [left, top, right, bottom] = [Math.max(0, x0), Math.max(0, y0), Math.min(width, x1), Math.min(height, y1)];
      const pixels = (right - left) * (bottom - top);
      return pixels > 0 ? (at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top)) / pixels : NaN;
    },
  };
}
