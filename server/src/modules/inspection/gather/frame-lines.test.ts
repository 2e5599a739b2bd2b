import { describe, expect, it } from 'vitest';
import { endOf, parseFrameLines } from './frame-lines.js';

const LIST = `#software: Lavf59.27.100
#tb 0: 1/12800
#media_type 0: video
#tb 1: 1/48000
0,      -1024,          0,      512,    57519, 0x38a65563
0,       -512,       1536,      512,    49059, 0x2df9616c, F=0x0
1,          0,          0,     1024,      253, 0x74b6e59c
0,          0,        512,      512,    35483, 0xef1d35fb, F=0x10, S=1,       5, 0x00000000
0,        512,       1024,      512,    30324, 0x3356f99e, F=0x5
0,       1024,       20`;

describe('the list ffmpeg writes', () => {
  it('becomes positions in milliseconds on each stream, without what an edit list cuts away and without half a line', () => {
    expect(parseFrameLines(LIST)).toEqual([
      { stream: 0, startMs: 0, endMs: 40, isKey: true },
      { stream: 0, startMs: 120, endMs: 160, isKey: false },
      { stream: 1, startMs: 0, endMs: 1024 / 48, isKey: true },
      { stream: 0, startMs: 40, endMs: 80, isKey: false },
    ]);
  });

  it('ends where the latest frame ends, not where the last line does', () => {
    expect(endOf(parseFrameLines(LIST))).toBe(160);
    expect(endOf([])).toBeNull();
  });
});
