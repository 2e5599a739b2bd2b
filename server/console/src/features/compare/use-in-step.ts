import type { Match } from '@kepu/shared/inspection/comparison';
import { useEffect, useState } from 'react';
import type { Player } from '../film/use-player';

/** Further apart than this, the second film is brought back into step. */
const MOST_APART_MS = 700;

export interface InStep {
  chosen: Match | null;
  isPlaying: boolean;
  choose: (match: Match) => void;
  /** To the match before or after. */
  step: (by: 1 | -1) => void;
  /** Plays both from the same moment, or stops both. */
  toggle: () => void;
}

/** Two films that stand at the same moment of a match and run together. */
export function useInStep(mine: Player, other: Player | null, matches: readonly Match[]): InStep {
  const [key, setKey] = useState<string | null>(null);
  const chosen = matches.find((match) => match.key === key) ?? matches[0] ?? null;
  const offset = chosen ? chosen.otherFromMs - chosen.fromMs : 0;
  const isPlaying = mine.isPlaying || Boolean(other?.isPlaying);
  const apart = other && mine.isPlaying && other.isPlaying ? Math.abs(other.atMs - mine.atMs - offset) : 0;
  useEffect(() => {
    if (apart > MOST_APART_MS) other?.seek(Math.max(0, mine.atMs + offset));
  });
  const choose = (match: Match) => {
    setKey(match.key);
    mine.seek(match.fromMs);
    other?.seek(match.otherFromMs);
  };
  const start = () => {
    other?.seek(Math.max(0, mine.atMs + offset));
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
