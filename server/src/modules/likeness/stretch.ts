/** A stretch of one film that is like a stretch of another. */
export interface LikeStretch {
  fromMs: number;
  toMs: number;
  otherFromMs: number;
}

/** Most stretches that are kept of a pair. */
export const MOST_STRETCHES = 20;

export const inOrder = (stretches: readonly LikeStretch[]): LikeStretch[] => [...stretches].sort((x, y) => x.fromMs - y.fromMs);

/** The same stretches told from the other film's side. */
export const turned = (stretches: readonly LikeStretch[]): LikeStretch[] =>
  inOrder(stretches.map(({ fromMs, toMs, otherFromMs }) => ({ fromMs: otherFromMs, toMs: otherFromMs + toMs - fromMs, otherFromMs: fromMs })));

/** Bits that are set in a word of 32. */
export function bitsIn(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
