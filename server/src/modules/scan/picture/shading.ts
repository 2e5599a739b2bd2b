import type { Rgb } from './raster.js';

/** Side of the squares in which the paper's own brightness is looked for: larger than any letter. */
const BLOCK = 40;
/** The brightest pixels of a square but for a few that shine. */
const PAPER_SHARE = 0.88;
/** Dips of the brightness narrower than this many squares are print, a seal or a picture, not shadow: 25 mm. */
const CLOSING = 2;
/** Darker than this a square says nothing about paper. */
const LEAST_PAPER = 24;
/** This share of the paper's brightness and more becomes white. */
const WHITE_FROM = 0.9;

/**
 * Takes shadow and coloured light away: every pixel is divided by the brightness of the paper around it, each colour on
 * its own. Ink keeps its share of the paper's light, so black stays black and a red seal red.
 */
export function evenLight(page: Rgb): Rgb {
  const [columns, rows] = [Math.max(2, Math.round(page.width / BLOCK)), Math.max(2, Math.round(page.height / BLOCK))];
  const papers = [0, 1, 2].map((channel) => smoothed(closed(paperOf(page, channel, columns, rows), columns, rows), columns, rows));
  const { width, height, data } = page;
  const to = new Uint8Array(data.length);
  const light = new Float32Array(width);
  for (let y = 0; y < height; y += 1) {
    const v = Math.min(rows - 1, Math.max(0, ((y + 0.5) / height) * rows - 0.5));
    papers.forEach((paper, channel) => {
      rowOfLight(paper, columns, rows, v, light);
      for (let x = 0, at = y * width * 3 + channel; x < width; x += 1, at += 3) to[at] = Math.min(255, ((data[at] ?? 0) * 255) / ((light[x] ?? 255) * WHITE_FROM));
    });
  }
  return { width, height, data: to };
}

/** Brightness of the paper in each square, of one colour. */
function paperOf({ width, height, data }: Rgb, channel: number, columns: number, rows: number): Float32Array {
  const paper = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      counts.fill(0);
      const [x0, x1] = [Math.floor((column * width) / columns), Math.floor(((column + 1) * width) / columns)];
      const [y0, y1] = [Math.floor((row * height) / rows), Math.floor(((row + 1) * height) / rows)];
      for (let y = y0; y < y1; y += 2) {
        for (let at = (y * width + x0) * 3 + channel; at < (y * width + x1) * 3; at += 6) {
          const value = data[at] ?? 0;
          counts[value] = (counts[value] ?? 0) + 1;
        }
      }
      paper[row * columns + column] = Math.max(LEAST_PAPER, valueAt(counts, PAPER_SHARE));
    }
  }
  return paper;
}

function valueAt(counts: Uint32Array, share: number): number {
  let left = counts.reduce((sum, count) => sum + count, 0) * share;
  for (let value = 0; value < 256; value += 1) {
    left -= counts[value] ?? 0;
    if (left <= 0) return value;
  }
  return 255;
}

/** Fills narrow dips and leaves wide ones: what is dark over a large area is shadow. */
function closed(paper: Float32Array, columns: number, rows: number): Float32Array {
  return neighbourhood(neighbourhood(paper, columns, rows, Math.max), columns, rows, Math.min);
}

function neighbourhood(paper: Float32Array, columns: number, rows: number, pick: (a: number, b: number) => number): Float32Array {
  return paper.map((own, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    let best = own;
    for (let y = Math.max(0, row - CLOSING); y <= Math.min(rows - 1, row + CLOSING); y += 1) {
      for (let x = Math.max(0, column - CLOSING); x <= Math.min(columns - 1, column + CLOSING); x += 1) best = pick(best, paper[y * columns + x] ?? own);
    }
    return best;
  });
}

function smoothed(paper: Float32Array, columns: number, rows: number): Float32Array {
  return paper.map((_own, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    let [sum, count] = [0, 0];
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) {
        sum += paper[y * columns + x] ?? 0;
        count += 1;
      }
    }
    return sum / count;
  });
}

/** The paper's brightness along one row of pixels, between the squares' middles. */
function rowOfLight(paper: Float32Array, columns: number, rows: number, v: number, light: Float32Array): void {
  const top = Math.min(rows - 2, Math.floor(v));
  const down = v - top;
  for (let x = 0; x < light.length; x += 1) {
    const u = Math.min(columns - 1, Math.max(0, ((x + 0.5) / light.length) * columns - 0.5));
    const left = Math.min(columns - 2, Math.floor(u));
    const right = u - left;
    const at = top * columns + left;
    const upper = (paper[at] ?? 255) * (1 - right) + (paper[at + 1] ?? 255) * right;
    const lower = (paper[at + columns] ?? 255) * (1 - right) + (paper[at + columns + 1] ?? 255) * right;
    light[x] = upper * (1 - down) + lower * down;
  }
}
