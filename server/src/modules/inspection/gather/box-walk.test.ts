import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isCutShort, walkBoxes, type BoxReport } from './box-walk.js';

/** A box of `type` with `contents` bytes in it, claiming `claimed` bytes altogether. */
function box(type: string, contents = 8, claimed = contents + 8): Buffer {
  const bytes = Buffer.alloc(contents + 8);
  bytes.writeUInt32BE(claimed, 0);
  bytes.write(type, 4, 'latin1');
  return bytes;
}

function largeBox(type: string, claimed: bigint): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32BE(1, 0);
  bytes.write(type, 4, 'latin1');
  bytes.writeBigUInt64BE(claimed, 8);
  return bytes;
}

const ftyp = box('ftyp');
const moov = box('moov', 100);
const mdat = box('mdat', 5000);

describe('the boxes of a file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kepu-boxes-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each<[string, Buffer[], Partial<BoxReport>, boolean]>([
    ['fill it exactly', [ftyp, moov, mdat], { hasMoov: true, hasMdat: true, cutBox: null, junkAt: null }, false],
    ['end with one that says "to the end"', [ftyp, moov, box('mdat', 5000, 0)], { hasMoov: true, cutBox: null, junkAt: null }, false],
    ['claim more than there is', [ftyp, moov, box('mdat', 100, 5008)], { hasMoov: true, hasMdat: true, cutBox: 'mdat' }, true],
    ['claim more than there is before the index comes', [ftyp, box('mdat', 100, 5008)], { hasMoov: false, hasMdat: true, cutBox: 'mdat' }, true],
    ['stop within the index', [ftyp, mdat, box('moov', 10, 200)], { hasMoov: false, cutBox: 'moov' }, true],
    ['lose padding at the end, which nobody misses', [ftyp, moov, mdat, box('free', 10, 9000)], { cutBox: 'free' }, false],
    ['are followed by bytes that are none', [ftyp, moov, mdat, Buffer.from('SEFT\0\0\0\0rubbish')], { hasMoov: true, hasMdat: true, junkAt: ftyp.length + moov.length + mdat.length }, false],
    ['have a size smaller than their own header', [ftyp, box('moov', 100, 4)], { hasMoov: false, junkAt: ftyp.length }, false],
    ['have a 64-bit size', [ftyp, moov, largeBox('mdat', 16n)], { hasMdat: true, cutBox: null, junkAt: null }, false],
    ['have an absurd 64-bit size', [ftyp, moov, largeBox('mdat', 2n ** 63n)], { hasMdat: false, junkAt: ftyp.length + moov.length }, false],
    ['are none', [Buffer.from('hello')], { hasMoov: false, junkAt: 0 }, false],
    ['are missing', [], { bytes: 0, hasMoov: false, junkAt: null }, false],
  ])('%s', async (name, boxes, expected, cutShort) => {
    const path = join(folder, `${name.replace(/\W/gu, '-')}.mp4`);
    await writeFile(path, Buffer.concat(boxes));
    const report = await walkBoxes(path);
    expect(report).toMatchObject(expected);
    expect(isCutShort(report)).toBe(cutShort);
  });

  it('are walked in no time in a file of 300 MB', async () => {
    const path = join(folder, 'large.mp4');
    await writeFile(path, Buffer.concat([ftyp, moov, box('mdat', 0, 300_000_000)]));
    await truncate(path, ftyp.length + moov.length + 300_000_000);
    const began = performance.now();
    expect(await walkBoxes(path)).toMatchObject({ hasMoov: true, hasMdat: true, cutBox: null, junkAt: null });
    expect(performance.now() - began).toBeLessThan(200);
  });

  it('are not followed for ever', async () => {
    const path = join(folder, 'many.mp4');
    await writeFile(path, Buffer.concat([ftyp, ...Array.from({ length: 120_000 }, () => box('free', 0))]));
    expect(await walkBoxes(path)).toMatchObject({ junkAt: expect.any(Number) });
  });
});
