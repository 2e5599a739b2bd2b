import { describe, expect, it } from 'vitest';
import { planStretches, type PacketWalk } from './decode.js';
import { displaySize } from './display-size.js';
import type { FrameLine } from './frame-lines.js';
import { firstLoss } from './sound.js';

const every = (seconds: number, of: number): number[] => Array.from({ length: Math.ceil(of / seconds) }, (_, i) => i * seconds * 1000);
const film = (keyMs: number[]): PacketWalk => ({ endMs: 150_000, frameMs: 40, keyMs, stoppedBy: null });
const HD = 1920 * 1080;

describe('where a film is looked into', () => {
  it('is spread over its length, at key frames, and goes to its very end', () => {
    expect(planStretches(film(every(10, 150)), HD, 4, null)).toEqual([
      { keyMs: 0, frames: 25 }, { keyMs: 30_000, frames: 25 }, { keyMs: 70_000, frames: 25 }, { keyMs: 110_000, frames: 25 }, { keyMs: 140_000, frames: null },
    ]);
  });

  it('includes the neighbourhood of a place where the sound hiccuped', () => {
    expect(planStretches(film(every(10, 150)), HD, 4, 93_000)).toContainEqual({ keyMs: 90_000, frames: 125 });
  });

  it('shrinks with the size of the picture', () => {
    const stretches = planStretches(film(every(2, 150)), 4 * HD, 4, null);
    expect(stretches[0]).toEqual({ keyMs: 0, frames: 8 });
  });

  it('does not mean decoding the whole film when its only key frame is the first', () => {
    expect(planStretches(film([0]), HD, 4, null)).toEqual([{ keyMs: 0, frames: 25 }]);
  });

  it('is its beginning when it has no key frame at all', () => {
    expect(planStretches(film([]), HD, 4, null)).toEqual([{ keyMs: 0, frames: 25 }]);
  });
});

describe('sound that is lost', () => {
  const run = (fromMs: number, toMs: number): FrameLine[] => every(0.02, (toMs - fromMs) / 1000).map((ms) => ({ stream: 0, startMs: fromMs + ms, endMs: fromMs + ms + 20, isKey: true }));
  const packets = run(0, 10_000);

  it.each<[string, FrameLine[], FrameLine[], number | null]>([
    ['is none when every packet becomes sound', packets, packets, null],
    ['begins where sound stops while packets go on', packets, [...run(0, 4000), ...run(5000, 10_000)], 4000],
    ['may be the end', packets, run(0, 9000), 9000],
    ['may be all of it', packets, [], 0],
    ['is no pause that the film itself has', [...run(0, 4000), ...run(8000, 10_000)], [...run(0, 4000), ...run(8000, 10_000)], null],
    ['is no click', packets, [...run(0, 4000), ...run(4200, 10_000)], null],
    ['is none without packets', [], [], null],
  ])('%s', (_name, held, heard, at) => expect(firstLoss(held, heard, 500)).toBe(at));
});

describe('the size a picture is shown at', () => {
  const stored = { width: 1920, height: 1080, pixelAspect: 1, rotation: 0 };
  it.each([
    ['square pixels', stored, 1920, 1080],
    ['wide pixels', { ...stored, width: 1440, pixelAspect: 4 / 3 }, 1920, 1080],
    ['a phone held upright', { ...stored, rotation: -90 }, 1080, 1920],
    ['upside down', { ...stored, rotation: 180 }, 1920, 1080],
    ['wide pixels, then turned', { ...stored, width: 1440, pixelAspect: 4 / 3, rotation: 90 }, 1080, 1920],
    ['turned by a little', { ...stored, rotation: 3 }, 1920, 1080],
  ])('%s', (_name, picture, displayWidth, displayHeight) => expect(displaySize(picture)).toEqual({ displayWidth, displayHeight }));
});
