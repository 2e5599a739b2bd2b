import { useEffect, useState } from 'react';
import type { Match } from '@kepu/shared/inspection/comparison';
import { useStore } from '../../state/store';
import type { FilmControl } from '../../ui/film-control';

/** Further apart than this, the second film is brought back into step. */
const MOST_APART_MS = 900;

export interface InStep {
  chosen: Match | null;
  isPlaying: boolean;
  choose: (match: Match) => void;
  /** To the match before or after. */
  step: (by: 1 | -1) => void;
  /** Plays both from the same moment, or stops both. */
  toggle: () => void;
}

/** Two players that stand at the same moment of a match and run together. */
export function useInStep(mine: FilmControl, other: FilmControl, matches: readonly Match[]): InStep {
  const [key, setKey] = useState<string | null>(null);
  const [a, b] = [useStore(mine.playback), useStore(other.playback)];
  const chosen = matches.find((match) => match.key === key) ?? matches[0] ?? null;
  const offset = chosen ? chosen.otherFromMs - chosen.fromMs : 0;
  const isApart = a.isPlaying && b.isPlaying && Math.abs(b.ms - a.ms - offset) > MOST_APART_MS;
  useEffect(() => {
    if (isApart) other.seekTo(Math.max(0, a.ms + offset));
  });
  const choose = (match: Match) => {
    setKey(match.key);
    mine.seekTo(match.fromMs);
    other.seekTo(match.otherFromMs);
  };
  const isPlaying = a.isPlaying || b.isPlaying;
  return {
    chosen,
    isPlaying,
    choose,
    step: (by) => {
      const next = matches[matches.findIndex((match) => match.key === chosen?.key) + by];
      if (next) choose(next);
    },
    toggle: () => {
      if (!isPlaying) other.seekTo(Math.max(0, a.ms + offset));
      if (!isPlaying || a.isPlaying) mine.toggle();
      if (!isPlaying || b.isPlaying) other.toggle();
    },
  };
}
