import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import { annex2 } from '@kepu/shared/paper/annex2';
import { readyForm } from '@kepu/shared/testing/examples';
import { beijing } from '@kepu/shared/time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLAIN, quarterTurned, sealed, takePhoto, type PhotoRecipe, type Sheet } from '../../../../../tests/photos/take-photo.js';
import { renderPdf } from '../../document/render-pdf.js';
import type { Quad } from './geometry.js';
import { openPhoto, toJpeg } from './open-photo.js';
import { readPage } from './read-page.js';

const hasPoppler = spawnSync('pdftoppm', ['-v']).status === 0;
const ADDRESS = 'https://kepu.example.gov.cn/v/8KX2MPQ7ZT4V';

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
    writeFileSync(path, await takePhoto(sheets[page]!, change));
    return openPhoto(path);
  };
  const TILTED: [number, number][] = [[0.16, 0.1], [0.86, 0.05], [0.95, 0.86], [0.06, 0.95]];
  const ROTATED: [number, number][] = [[0.3, 0.06], [0.93, 0.24], [0.72, 0.95], [0.06, 0.74]];
  const cases: [string, Partial<PhotoRecipe>][] = [
    ['plain', {}], ['tilted', { corners: TILTED }], ['rotated', { corners: ROTATED }], ['dark', { desk: 'dark', shadow: 0.5 }], ['white', { desk: 'white' }], ['cloth', { desk: 'cloth', corners: TILTED, noise: 8 }],
    ['shadow', { shadow: 0.8, corners: TILTED }], ['noisy', { noise: 16, blur: 1 }], ['q1', { corners: quarterTurned(PLAIN.corners, 1) }], ['q2', { corners: quarterTurned(PLAIN.corners, 2) }], ['q3', { corners: quarterTurned(TILTED, 3) }], ['warm', { light: [255, 225, 170] }], ['white tilted', { desk: 'white', corners: ROTATED }],
    ['blur2', { blur: 2 }], ['blur4', { blur: 4 }], ['blur7', { blur: 7 }], ['cut', { corners: [[-0.02, 0.05], [0.9, 0.05], [0.92, 0.9], [-0.03, 0.92]] }],
  ];
  it.each(cases)('%s', async (name, change) => {
    const t0 = performance.now();
    const photo = await shot(change);
    const t1 = performance.now();
    const read = readPage(photo, { corners: null, turn: null });
    const t2 = performance.now();
    const want = (change.corners ?? PLAIN.corners).map(([x, y]) => ({ x: x * photo.picture.width, y: y * photo.picture.height }));
    const got = [0, 1, 2, 3].map((i) => read.corners[((i + read.turn) % 4) as 0]).map(({ x, y }) => ({ x: x * photo.picture.width, y: y * photo.picture.height }));
    const err = want.map((p, i) => Math.hypot(p.x - got[i]!.x, p.y - got[i]!.y).toFixed(1));
    console.log(name, 'take', Math.round(t1 - t0), 'read', Math.round(t2 - t1), 'guess', read.isGuess, 'turn', read.turn, 'err', err.join(' '), 'code', read.code, JSON.stringify(read.quality));
    writeFileSync(`/tmp/scan-${name}.jpg`, await toJpeg(read.page, 80));
    writeFileSync(`/tmp/scan-${name}-photo.jpg`, photo.view);
    expect(1).toBe(1);
  });
});
export type { Quad };
