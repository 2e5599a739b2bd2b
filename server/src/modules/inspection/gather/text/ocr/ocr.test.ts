import { describe, expect, it } from 'vitest';
import type { RawPicture } from '../raw-picture.js';
import { linesOf, textBoxes } from './boxes.js';
import { decodeText } from './decode-text.js';
import { halved, isAlike, isPlain, piece } from './pixels.js';

/** A map of 40 × 20 with pieces of text on it: left, top, width, height, how sure. */
function mapOf(...pieces: [number, number, number, number, number][]) {
  const values = new Float32Array(40 * 20);
  for (const [left, top, width, height, sure] of pieces) {
    for (let y = top; y < top + height; y += 1) values.fill(sure, y * 40 + left, y * 40 + left + width);
  }
  return { width: 40, height: 20, values };
}

describe('where text stands', () => {
  it.each<[string, [number, number, number, number, number][], number[][]]>([
    ['a line, made larger all around', [[10, 8, 20, 4, 0.9]], [[7, 5, 26, 10]]],
    ['two lines', [[5, 2, 20, 3, 0.9], [5, 14, 20, 3, 0.9]], [[2, 0, 26, 8], [2, 11, 26, 9]]],
    ['at the picture\'s edge', [[0, 17, 40, 3, 0.9]], [[0, 14, 40, 6]]],
    ['not where the detector is unsure', [[10, 8, 20, 4, 0.4]], []],
    ['not in specks', [[10, 8, 2, 2, 0.9]], []],
  ])('%s', (_name, pieces, expected) => expect(textBoxes(mapOf(...pieces)).map(({ left, top, width, height }) => [left, top, width, height])).toEqual(expected));

  it('reads what stands side by side as one line, lines from top to bottom', () => {
    const box = (left: number, top: number) => ({ left, top, width: 10, height: 10 });
    expect(linesOf([box(30, 41), box(0, 2), box(0, 40), box(20, 0)]).map((line) => line.map(({ left }) => left))).toEqual([[0, 20], [0, 30]]);
  });
});

describe('what a line says', () => {
  const slices = (...best: [number, number][]) => ({ data: Float32Array.from(best.flatMap(([index, sure]) => Array.from({ length: 4 }, (_, i) => (i === index ? sure : 0)))), steps: best.length });
  it.each<[string, [number, number][], string, number]>([
    ['a character seen in several slices is one', [[1, 0.9], [1, 0.7], [2, 0.5]], '风从', 0.7],
    ['twice the same character has nothing in between', [[1, 1], [0, 1], [1, 1]], '风风', 1],
    ['nothing', [[0, 1], [0, 1]], '', 0],
  ])('%s', (_name, best, text, sure) => {
    const decoded = decodeText(slices(...best), ['风', '从', ' ']);
    expect(decoded.text).toBe(text);
    expect(decoded.sure).toBeCloseTo(sure);
  });
});

describe('pixels', () => {
  const filled = (width: number, height: number, value: (x: number, y: number) => number): RawPicture => {
    const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => value(Math.floor(i / 3) % width, Math.floor(i / 3 / width)));
    return { width, height, data };
  };
  const sky = filled(64, 64, () => 120);
  const caption = filled(64, 64, (x, y) => (x > 20 && x < 40 && y > 30 && y < 36 ? 255 : 120));

  it('are halved by the mean of four', () => expect([...halved(filled(4, 2, (x) => x * 10)).data]).toEqual([5, 5, 5, 25, 25, 25]));
  it('keep their values in another size', () => {
    expect(new Set(piece(sky, { left: 3, top: 5, width: 31, height: 17 }, 70, 48).data)).toEqual(new Set([120]));
    const ramp = piece(filled(64, 8, (x) => x * 4), { left: 0, top: 0, width: 64, height: 8 }, 16, 2).data;
    expect([ramp[3 * 3], ramp[12 * 3]].map((value) => Math.round((value ?? 0) / 8))).toEqual([7, 25]);
  });
  it('of one shade have no text on them', () => expect([isPlain(sky), isPlain(caption)]).toEqual([true, false]));
  it('that show the same are not read twice', () => expect([isAlike(sky, filled(64, 64, () => 121)), isAlike(sky, caption)]).toEqual([true, false]));
});
