import { crop, percentile, toGrey, type Grey, type Rgb } from './raster.js';

export interface PageQuality {
  /** How steep the steepest edges of the print are, as a share of its contrast: 0 (a blur) to about 1. */
  sharpness: number;
  /** Brightness of the paper as photographed, 0 to 255. */
  paper: number;
  /** Square millimetres of seal red. */
  redMm2: number;
}

/** Share of pixels whose slope is looked at: the edges of letters and lines, not the white between them. */
const EDGES = 0.005;

/** Judged on the straightened page, so that the same print gives the same figures however it was photographed. */
export function qualityOf(straight: Rgb, even: Rgb): PageQuality {
  const paper = percentile(toGrey(straight), 0.7);
  return { sharpness: sharpnessOf(toGrey(even)), paper, redMm2: redOf(even) };
}

function sharpnessOf(page: Grey): number {
  const { width, height, data } = crop(page, page.width * 0.05, page.height * 0.05, page.width * 0.9, page.height * 0.9);
  const counts = new Uint32Array(256);
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const step = Math.max(Math.abs((data[at + 1] ?? 0) - (data[at - 1] ?? 0)), Math.abs((data[at + width] ?? 0) - (data[at - width] ?? 0)));
      counts[step] = (counts[step] ?? 0) + 1;
    }
  }
  const contrast = 255 - percentile({ width, height, data }, 0.01);
  let left = EDGES * width * height;
  for (let step = 255; step > 0; step -= 1) {
    left -= counts[step] ?? 0;
    if (left <= 0) return contrast > 40 ? Math.min(1, step / contrast) : 0;
  }
  return 0;
}

/** Red as ink on a seal is: far from both grey and the yellow of warm light. */
function redOf({ width, height, data }: Rgb): number {
  let count = 0;
  for (let at = 0; at < data.length; at += 3) {
    const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    if (red > 120 && red - green > 70 && red - blue > 55) count += 1;
  }
  return count * (210 / width) * (297 / height);
}
