import { describe, expect, it } from 'vitest';
import type { Match } from './comparison.js';
import { catchUpAt, inStep, type StepPlayer } from './in-step.js';

const match = (fromMs: number, otherFromMs: number): Match => ({ key: `${fromMs}`, kind: 'picture', fromMs, toMs: fromMs + 5_000, otherFromMs });
const matches = [match(12_000, 2_000), match(60_000, 58_000)];

/** A player that does what it is told at once. */
function player(atMs: number, isPlaying = false): StepPlayer {
  const self: StepPlayer = { atMs, isPlaying, seek: (ms) => void (self.atMs = ms), toggle: () => void (self.isPlaying = !self.isPlaying) };
  return self;
}
const at = (mine: StepPlayer, other: StepPlayer | null, key: string | null = null) => ({ mine, other, matches, key, onKey: () => undefined });

describe('two films in step', () => {
  it('begin at the same moment of the match, wherever the other one stood', () => {
    const [mine, other] = [player(13_000), player(40_000)];
    inStep(at(mine, other)).toggle();
    expect([mine.isPlaying, other.isPlaying, other.atMs]).toEqual([true, true, 3_000]);
  });

  it('stop both, also where only one of them runs', () => {
    const [mine, other] = [player(13_000, true), player(3_000)];
    inStep(at(mine, other)).toggle();
    expect([mine.isPlaying, other.isPlaying]).toEqual([false, false]);
  });

  it('go to the next match together, and stay where there is none', () => {
    const [mine, other] = [player(13_000), player(3_000)];
    inStep(at(mine, other)).step(1);
    expect([mine.atMs, other.atMs]).toEqual([60_000, 58_000]);
    inStep(at(mine, other, '60000')).step(1);
    expect([mine.atMs, other.atMs]).toEqual([60_000, 58_000]);
  });

  it.each([
    ['near enough', player(13_000, true), player(3_500, true), null],
    ['too far behind', player(13_000, true), player(2_000, true), 3_000],
    ['one stands still', player(13_000, true), player(2_000), null],
    ['before the beginning of the other', player(1_000, true), player(5_000, true), 0],
    ['only this one can be played', player(13_000, true), null, null],
  ])('%s', (_name, mine, other, expected) => expect(catchUpAt(at(mine, other), 700)).toBe(expected));

  it('play the one film there is', () => {
    const mine = player(13_000);
    inStep(at(mine, null)).toggle();
    expect(mine.isPlaying).toBe(true);
  });
});
