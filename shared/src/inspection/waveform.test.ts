import { describe, expect, it } from 'vitest';
import { waveformPath } from './waveform.js';

describe('the outline of a waveform', () => {
  const box = { width: 4, height: 10, bars: 4 };

  it('is as high as the sound is loud, and flat where it is silent', () => {
    expect(waveformPath([255, 0, 128, 0], box)).toBe('M0 5L0.0 0.0H1.0L1.0 4.5H2.0L2.0 2.5H3.0L3.0 4.5H4.0L4.0 5.5H3.0L3.0 7.5H2.0L2.0 5.5H1.0L1.0 10.0H0.0Z');
  });
  it('keeps the loudest of what one step stands for', () => expect(waveformPath([0, 255, 0, 0, 0, 0, 0, 0], box)).toMatch(/^M0 5L0.0 0.0H1.0L1.0 4.5/u));
  it('is drawn of fewer peaks than steps too', () => expect(waveformPath([255, 0], box).match(/H/gu)).toHaveLength(8));
});
