import { describe, expect, it } from 'vitest';
import { preset2025 } from '../campaign/preset-2025.js';
import type { FilePurpose } from '../contracts/work.js';
import { sentenceOf } from '../errors.js';
import { sniffPaper, uploadReasons } from './policy.js';

describe('what is taken before the first byte is sent', () => {
  const said = (purpose: FilePurpose, name: string, bytes: number, config = preset2025) => uploadReasons({ purpose, name, bytes }, config).map(sentenceOf);

  it.each<[FilePurpose, string, number, string[]]>([
    ['film', '风从草原来.MP4', 189_300_000, []],
    ['film', 'small.mp4', 38_600_000, []],
    ['film', 'film.mov', 189_300_000, ['这里只收 MP4 文件。']],
    ['film', 'film.mp4', 314_572_801, ['文件太大，这里最大 314.6 兆。']],
    ['film', 'empty.mp4', 0, ['文件太小，这里最小 1 KB。']],
    ['broadcast-proof', '截图.jpeg', 400_000, []],
    ['licence-proof', '授权书.pdf', 21_000_000, ['文件太大，这里最大 21 兆。']],
    ['scan', 'scan.jpg', 400_000, ['这里只收 PDF 文件。']],
    ['scan-photo', 'IMG_1.JPG', 25_000_000, []],
    ['scan-photo', 'IMG_1.jpg', 31_000_000, ['文件太大，这里最大 30 兆。']],
    ['scan-photo', 'IMG_1.gif', 400_000, ['这里只收 JPG、PNG 文件。']],
    ['scan-photo', 'IMG_1.HEIC', 400_000, [sentenceOf({ code: 'PHOTO_IS_HEIC' })]],
  ])('%s %s of %d bytes', (purpose, name, bytes, reasons) => expect(said(purpose, name, bytes)).toEqual(reasons));

  it('takes a larger film where the call only warns about size', () => {
    expect(said('film', 'film.mp4', 400_000_000, { ...preset2025, ruleModes: { V5: 'warn' } })).toEqual([]);
  });

  it.each([['%PDF-1.7', 'application/pdf'], ['\xff\xd8\xff\xe0', 'image/jpeg'], ['\x89PNG\r\n\x1a\n', 'image/png'], ['<html>', null], ['', null]])('%j is %s', (bytes, mime) => {
    expect(sniffPaper(Uint8Array.from(bytes, (c) => c.charCodeAt(0)))).toBe(mime);
  });
});
