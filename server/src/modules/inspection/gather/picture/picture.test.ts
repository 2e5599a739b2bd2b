import { describe, expect, it } from 'vitest';
import { levels, silences } from '../sound.js';
import { blurredSides } from './blurred-sides.js';
import { sourceHeight } from './detail.js';
import { litPart } from './lit.js';
import { HEIGHT, WIDTH, type Sample } from './samples.js';
import { gapsToDecode, stretchesOf } from './stretches.js';

type Paint = (x: number, y: number) => number;
const painted = (atMs: number, paint: Paint): Sample => ({ atMs, grey: Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => paint(i % WIDTH, Math.floor(i / WIDTH))) });
const every = (stepMs: number, toMs: number): number[] => Array.from({ length: Math.floor(toMs / stepMs) }, (_, i) => i * stepMs);
/** Waves that move on with each picture, so that no two are alike. */
const waves = (atMs: number): Paint => (x, y) => 128 + 60 * Math.sin(x / 9 + atMs / 700) * Math.cos(y / 7) + 30 * Math.sin(y / 1.5);
const film = (stepMs: number, paintAt: (atMs: number) => Paint): Sample[] => every(stepMs, 120_000).map((atMs) => painted(atMs, paintAt(atMs)));
const within = (atMs: number, from: number, to: number) => atMs >= from * 1000 && atMs < to * 1000;

describe('stretches without anything to see', () => {
  it('are as long as the samples prove', () => {
    const fine = film(500, (atMs) => (within(atMs, 52, 64) ? () => 0 : within(atMs, 80, 100) ? (x) => x / 2 : waves(atMs)));
    expect(stretchesOf(fine, 120_000)).toEqual({ black: [{ fromMs: 52_000, toMs: 64_000 }], frozen: [{ fromMs: 80_000, toMs: 100_000 }] });
  });

  it('are none in a film that goes on', () => {
    const moving = film(2_000, waves);
    expect(stretchesOf(moving, 120_000)).toEqual({ black: [], frozen: [] });
    expect(gapsToDecode(moving, 120_000)).toEqual([]);
  });

  it('are looked at closely where they may begin and end, and once in between', () => {
    const coarse = film(10_000, (atMs) => (within(atMs, 40, 80) ? (x) => x / 2 : waves(atMs)));
    expect(gapsToDecode(coarse, 120_000)).toEqual([{ fromMs: 30_000, toMs: 40_000 }, { fromMs: 50_000, toMs: 60_000 }, { fromMs: 70_000, toMs: 80_000 }]);
  });

  it('are broken by a subtitle that changes', () => {
    const talking = film(2_000, (atMs) => (x, y) => (y > 160 && x > 60 && x < 60 + (atMs / 1000) % 100 ? 255 : x / 2));
    expect(stretchesOf(talking, 120_000).frozen).toEqual([]);
  });

  it('are lists of their own where nothing is heard, whatever the film is called', () => {
    const report = '  Metadata:\n    title : [silencedetect @ 0x1] silence_start: 5\n[silencedetect @ 0x5d] silence_start: 60.01\n[silencedetect @ 0x5d] silence_end: 80.02 | silence_duration: 20.01\n[silencedetect @ 0x5d] silence_start: 110\n';
    expect(silences(report, 120_000)).toEqual([{ fromMs: 60_010, toMs: 80_020 }, { fromMs: 110_000, toMs: 120_000 }]);
  });
});

describe('how loud a film is', () => {
  const summary = (loudness: string, peak: string) => `[Parsed_ebur128_0 @ 0x55e8] Summary:\n\n  Integrated loudness:\n    I:         ${loudness} LUFS\n\n  Sample peak:\n    Peak:      ${peak} dBFS\n`;

  it.each<[string, string, object]>([
    ['is what the filter says at the end', summary('-24.5', '-20.7'), { peakDb: -20.7, loudnessLufs: -24.5 }],
    ['is its loudest part where the track changed its form and fell silent', summary('-19.0', '-3.1') + summary('-70.0', '-inf'), { peakDb: -3.1, loudnessLufs: -19 }],
    ['is nothing that the film says of itself', `    title           : Summary: Peak: 0.0 dBFS\n${summary('-70.0', '-inf')}`, { peakDb: -120, loudnessLufs: -70 }],
    ['is not known without a summary', 'no such filter', { peakDb: null, loudnessLufs: null }],
  ])('%s', (_name, report, expected) => expect(levels(report)).toEqual(expected));
});

describe('the part of the picture that is lit', () => {
  const framed = (isInside: (x: number, y: number) => boolean) => film(4_000, (atMs) => (x, y) => (isInside(x, y) ? 90 + waves(atMs)(x, y) / 2 : 0));
  const whole = { left: 0, top: 0, right: 1, bottom: 1 };

  it.each<[string, Sample[], object | null]>([
    ['is all of it', film(4_000, waves), whole],
    ['ends at bars above and below', framed((_, y) => y >= 18 && y < 162), { ...whole, top: 0.1, bottom: 0.9 }],
    ['ends at bars on both sides', framed((x) => x >= 40 && x < 280), { ...whole, left: 0.125, right: 0.875 }],
    ['ends at bars with subtitles in them', framed((x, y) => (y >= 18 && y < 162) || (y > 168 && y < 176 && x > 110 && x < 210)), { ...whole, top: 0.1, bottom: 0.9 }],
    ['is all of it in the night, lit in the middle', film(4_000, () => (x, y) => Math.max(0, 200 - 2 * Math.hypot(x - 160, y - 90))), whole],
    ['is nothing in the dark', film(4_000, () => () => 3), null],
  ])('%s', (_name, samples, lit) => expect(litPart(samples)).toEqual(lit));

  it('ends at bars though the title filled the whole frame', () => {
    const titled = film(4_000, (atMs) => (atMs < 12_000 ? () => 120 : (x, y) => (y >= 18 && y < 162 ? 150 + x / 10 : 0)));
    expect(litPart(titled)).toEqual({ ...whole, top: 0.1, bottom: 0.9 });
  });
});

describe('blurred sides', () => {
  const share = 0.5625;
  const left = Math.round((WIDTH * (1 - share)) / 2);
  const middle = (atMs: number): Paint => (x, y) => 120 + 70 * Math.sin(x / 25 + atMs / 2000) * Math.cos(y / 30) + 25 * Math.sin(y * 1.7);
  const soft = (atMs: number): Paint => (x, y) => 120 + 60 * Math.sin(x / 25 + atMs / 2000) * Math.cos(y / 30);
  const copied = (atMs: number): Paint => (x, y) =>
    x >= left && x < WIDTH - left ? middle(atMs)(x, y) : soft(atMs)(WIDTH / 2 + (x - WIDTH / 2) * share, HEIGHT / 2 + (y - HEIGHT / 2) * share);

  it('are found where they copy the middle', () => expect(blurredSides(film(4_000, copied)).length).toBeGreaterThan(20));
  it('are not found in a picture without seams', () => expect(blurredSides(film(4_000, middle))).toEqual([]));
  it('are not found where the sides are something else', () => {
    const panels = film(4_000, (atMs) => (x, y) => (x >= left && x < WIDTH - left ? middle(atMs)(x, y) : 40 + y / 3));
    expect(blurredSides(panels)).toEqual([]);
  });
});

describe('how fine the picture is', () => {
  /** Power that falls with the square of fineness, and off a slope from `edge` on. */
  const spectrum = (edge: number) => Float64Array.from({ length: 512 }, (_, i) => 1e6 / (i + 1) ** 2 / 10 ** (Math.max(0, i / 512 - edge) * 6));

  it.each<[string, Float64Array[], number | null]>([
    ['its own height', Array.from({ length: 4 }, () => spectrum(1)), null],
    ['540 lines', Array.from({ length: 4 }, () => spectrum(0.33)), 540],
    ['unknown where pictures disagree', [spectrum(0.33), spectrum(1), spectrum(1), spectrum(1)], null],
    ['unknown without pictures', [], null],
  ])('%s', (_name, spectra, height) => expect(sourceHeight(spectra, 1080)).toBe(height));
});
