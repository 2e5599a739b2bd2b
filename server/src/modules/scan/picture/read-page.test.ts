import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import { annex2 } from '@kepu/shared/paper/annex2';
import { readyForm } from '@kepu/shared/testing/examples';
import { beijing } from '@kepu/shared/time';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLAIN, quarterTurned, sealed, takePhoto, type PhotoRecipe, type Sheet } from '../../../../../tests/photos/take-photo.js';
import { renderPdf } from '../../document/render-pdf.js';
import { marksOf } from '../reading.js';
import { distance, scaled, turned, type Quad } from './geometry.js';
import { openPhoto } from './open-photo.js';
import type { Rgb } from './raster.js';
import { readPage, type ReadPage } from './read-page.js';
import { turnedBy } from './straighten.js';

const hasPoppler = spawnSync('pdftoppm', ['-v']).status === 0;
const ADDRESS = 'https://kepu.example.gov.cn/v/8KX2MPQ7ZT4V';

/** A phone of 4 megapixels: the reading is harder than at 12, and faster. */
const SIZE = { width: 1800, height: 2400 };
const TILTED: [number, number][] = [[0.16, 0.1], [0.86, 0.05], [0.95, 0.86], [0.06, 0.95]];
const ROTATED: [number, number][] = [[0.3, 0.06], [0.93, 0.24], [0.72, 0.95], [0.06, 0.74]];

describe.skipIf(!hasPoppler)('a photographed sheet', () => {
  let folder: string;
  let sheets: Sheet[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kepu-photos-'));
    const version = { number: 2, code: '7F3A 91C2', verifyAddress: ADDRESS };
    const layout = annex2({ config: preset2025, madeAt: beijing('2025-11-22'), unitName: '兴安盟科技局', slotNumber: 3, work: { form: readyForm(), version, electronic: null } });
    writeFileSync(join(folder, 'form.pdf'), await renderPdf(layout));
    execFileSync('pdftoppm', ['-r', '250', '-png', join(folder, 'form.pdf'), join(folder, 'page')]);
    sheets = [await sealed(readFileSync(join(folder, 'page-1.png'))), await sealed(readFileSync(join(folder, 'page-2.png')))];
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const shot = async (change: Partial<PhotoRecipe> = {}, page = 1) => {
    const path = join(folder, 'photo.jpg');
    writeFileSync(path, await takePhoto(sheets[page]!, { ...SIZE, ...change }));
    return openPhoto(path);
  };
  const read = async (change: Partial<PhotoRecipe> = {}, page = 1) => readPage(await shot(change, page), { corners: null, turn: null });
  /** How far off the worst corner is, as a share of the photograph's width. */
  const worstCorner = (page: ReadPage, corners: [number, number][]) =>
    Math.max(...corners.map(([x, y], index) => distance({ x, y: (y * SIZE.height) / SIZE.width }, scaled(turned(page.corners, page.turn), 1, SIZE.height / SIZE.width)[index as 0])));

  it.each<[string, Partial<PhotoRecipe>]>([
    ['on a wooden desk', {}],
    ['seen from the side', { corners: TILTED, desk: 'cloth', noise: 8 }],
    ['turned on a dark desk in half shadow', { corners: ROTATED, desk: 'dark', shadow: 0.5 }],
    ['in the shadow of the hand that holds the phone', { corners: TILTED, shadow: 0.8 }],
    ['on a white desk', { desk: 'white', corners: ROTATED }],
    ['by the yellow light of a lamp', { light: [255, 225, 170] }],
    ['with a noisy sensor', { noise: 14, blur: 0.8, quality: 60 }],
    ['with its head to the right', { corners: quarterTurned(PLAIN.corners, 1) }],
    ['upside down', { corners: quarterTurned(TILTED, 2) }],
    ['with its head to the left', { corners: quarterTurned(PLAIN.corners, 3), desk: 'dark' }],
  ])('%s is found to the pixel, comes out straight, upright and white, its code read and its seal red', async (_name, change) => {
    const page = await read(change);
    expect(page.isGuess).toBe(false);
    expect(page.code).toBe(`${ADDRESS}?p=2-2`);
    expect(worstCorner(page, change.corners ?? PLAIN.corners)).toBeLessThan(0.004);
    const like = await likeness(page.page, sheets[1]!);
    expect(like).toBeGreaterThan(0.85);
    // The margins are paper, whatever shadow lay on them; the star is ink.
    expect(meanOf(page.page, 0.3, 0.6, 0.05)).toEqual([expect.closeTo(252, -1), expect.closeTo(252, -1), expect.closeTo(252, -1)]);
    const [red, green, blue] = meanOf(page.page, 0.72, 0.8, 0.01);
    expect(red! - Math.max(green!, blue!)).toBeGreaterThan(80);
    expect(page.quality.redMm2).toBeGreaterThan(250);
    expect(marksOf({ ...page, ...SIZE })).toEqual([]);
  });

  it('that fills the photograph to its edges is shown as a guess and read all the same', async () => {
    const page = await read({ corners: [[0, 0], [1, 0], [1, 1], [0, 1]], width: 1700, height: 2404 });
    expect(page).toMatchObject({ isGuess: true, code: `${ADDRESS}?p=2-2` });
    expect(page.corners.flatMap(({ x, y }) => [x, y])).toEqual([0, 0, 1, 0, 1, 1, 0, 1].map((value) => expect.closeTo(value) as number));
  });

  it.each<[string, Partial<PhotoRecipe>, string[]]>([
    ['out of focus', { blur: 5 }, ['blurred']],
    ['in the dark', { light: [62, 60, 52], noise: 2 }, ['dark']],
    ['not wholly in the picture', { corners: [[-0.03, 0.05], [0.9, 0.05], [0.92, 0.9], [-0.04, 0.92]] }, ['cut']],
  ])('%s is said to be so', async (_name, change, marks) => {
    expect(marksOf({ ...(await read(change)), ...SIZE })).toEqual(marks);
  });

  it('takes the corners a person has drawn, and turns as they say', async () => {
    const photo = await shot();
    const corners: Quad = [{ x: 0.1, y: 0.08 }, { x: 0.9, y: 0.1 }, { x: 0.93, y: 0.92 }, { x: 0.07, y: 0.9 }];
    const page = readPage(photo, { corners, turn: 2 });
    expect([page.turn, page.corners[2].x]).toEqual([2, expect.closeTo(0.93)]);
    expect(await likeness(turnedBy(page.page, 2), sheets[1]!)).toBeGreaterThan(0.85);
  });
});

/** Mean colour of a square around a point, all as shares of the page. */
function meanOf({ width, height, data }: Rgb, x: number, y: number, side: number): number[] {
  const half = Math.round((side * width) / 2);
  const sums = [0, 0, 0];
  for (let row = -half; row < half; row += 1) {
    for (let column = -half; column < half; column += 1) {
      const at = ((Math.round(y * height) + row) * width + Math.round(x * width) + column) * 3;
      for (const channel of [0, 1, 2]) sums[channel] = (sums[channel] ?? 0) + (data[at + channel] ?? 0) / (4 * half * half);
    }
  }
  return sums;
}

/** Correlation of two pages, each seen at 310 points' width: 1 for the same print in the same places. */
async function likeness(page: Rgb, original: Sheet): Promise<number> {
  const [a, b] = await Promise.all([page, original].map(({ width, height, data }) => sharp(data, { raw: { width, height, channels: 3 } }).resize(310, 438, { fit: 'fill' }).greyscale().raw().toBuffer()));
  if (!a || !b) throw new Error('no pixels');
  const mean = (values: Buffer) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middleA, middleB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((value, index) => {
    const [p, q] = [value - middleA, (b[index] ?? 0) - middleB];
    ab += p * q;
    aa += p * p;
    bb += q * q;
  });
  return ab / Math.sqrt(aa * bb);
}
