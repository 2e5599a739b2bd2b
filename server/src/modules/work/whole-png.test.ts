import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { isWholePng } from './whole-png.js';

describe('a drawn signature’s picture', () => {
  let good: Buffer;
  const picture = (width: number, height: number, channels: 3 | 4 = 4) => sharp({ create: { width, height, channels, background: '#123' } });

  beforeAll(async () => {
    good = await picture(300, 100).png().toBuffer();
  });

  it('is taken in true colour, with alpha and without', async () => {
    expect([isWholePng(good), isWholePng(await picture(1, 1, 3).png().toBuffer()), isWholePng(await picture(2796, 1290).png().toBuffer())]).toEqual([true, true, true]);
  });

  it.each<[string, () => Buffer | Promise<Buffer>]>([
    ['nothing', () => Buffer.alloc(0)],
    ['only its head', () => good.subarray(0, 40)],
    ['all but its last chunk', () => good.subarray(0, -12)],
    ['one bit changed', () => Buffer.from(good.map((byte, index) => (index === good.length - 30 ? byte ^ 1 : byte)))],
    ['something behind its end', () => Buffer.concat([good, Buffer.from('trailer of some length')])],
    ['another picture', () => picture(300, 100).jpeg().toBuffer()],
    ['a palette', () => picture(300, 100).png({ palette: true }).toBuffer()],
    ['lines in passes', () => picture(300, 100).png({ progressive: true }).toBuffer()],
    ['a side of 5000', () => picture(5000, 10).png().toBuffer()],
    ['too many pixels', () => picture(4000, 4000).png().toBuffer()],
  ])('is refused with %s', async (_what, make) => {
    expect(isWholePng(await make())).toBe(false);
  });
});
