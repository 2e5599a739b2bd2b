import type { Match } from './comparison.js';

/** Two films that stand at the same moment of a match and run together, whatever plays them. */
export interface InStep {
  chosen: Match | null;
  isPlaying: boolean;
  choose: (match: Match) => void;
  /** To the match before or after. */
  step: (by: 1 | -1) => void;
  /** Plays both from the same moment, or stops both. */
  toggle: () => void;
}

/** One of the two players. */
export interface StepPlayer {
  isPlaying: boolean;
  /** Where it is, in milliseconds. */
  atMs: number;
  seek: (ms: number) => void;
  toggle: () => void;
}

interface Pair {
  mine: StepPlayer;
  /** null: there is no film of the other one here, only what was measured on it. */
  other: StepPlayer | null;
  matches: readonly Match[];
  /** Key of the match that was chosen last. */
  key: string | null;
  onKey: (key: string) => void;
}

const chosenOf = ({ matches, key }: Pick<Pair, 'matches' | 'key'>): Match | null => matches.find((match) => match.key === key) ?? matches[0] ?? null;

/** Where the other film belongs while this one is where it is. */
const otherAt = (pair: Pick<Pair, 'mine' | 'matches' | 'key'>): number => {
  const chosen = chosenOf(pair);
  return Math.max(0, pair.mine.atMs + (chosen ? chosen.otherFromMs - chosen.fromMs : 0));
};

/** Where the other film has to be brought while both run, because they are further apart than `mostApartMs`; null: in step. */
export function catchUpAt(pair: Pick<Pair, 'mine' | 'other' | 'matches' | 'key'>, mostApartMs: number): number | null {
  const { mine, other } = pair;
  if (!other || !mine.isPlaying || !other.isPlaying) return null;
  const target = otherAt(pair);
  return Math.abs(other.atMs - target) > mostApartMs ? target : null;
}

/** What can be done with two players as they stand. */
export function inStep(pair: Pair): InStep {
  const { mine, other, matches, onKey } = pair;
  const chosen = chosenOf(pair);
  const isPlaying = mine.isPlaying || Boolean(other?.isPlaying);
  const choose = (match: Match) => {
    onKey(match.key);
    mine.seek(match.fromMs);
    other?.seek(match.otherFromMs);
  };
  const start = () => {
    other?.seek(otherAt(pair));
    mine.toggle();
    other?.toggle();
  };
  const stop = () => {
    for (const player of [mine, other]) if (player?.isPlaying) player.toggle();
  };
  return {
    chosen,
    isPlaying,
    choose,
    step: (by) => {
      const next = matches[matches.findIndex((match) => match.key === chosen?.key) + by];
      if (next) choose(next);
    },
    toggle: () => (isPlaying ? stop() : start()),
  };
}
