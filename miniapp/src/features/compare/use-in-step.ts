import { useEffect, useState } from 'react';
import type { Match } from '@kepu/shared/inspection/comparison';
import { catchUpAt, inStep, type InStep, type StepPlayer } from '@kepu/shared/inspection/in-step';
import { useStore } from '../../state/store';
import type { FilmControl } from '../../ui/film-control';

/** Further apart than this, the second film is brought back into step: phones seek slowly. */
const MOST_APART_MS = 900;

/** Two players of this page that run together. */
export function useInStep(mine: FilmControl, other: FilmControl, matches: readonly Match[]): InStep {
  const [key, setKey] = useState<string | null>(null);
  const pair = { mine: useStepPlayer(mine), other: useStepPlayer(other), matches, key, onKey: setKey };
  const target = catchUpAt(pair, MOST_APART_MS);
  useEffect(() => {
    if (target !== null) other.seekTo(target);
  });
  return inStep(pair);
}

function useStepPlayer({ playback, seekTo, toggle }: FilmControl): StepPlayer {
  const { isPlaying, ms } = useStore(playback);
  return { isPlaying, atMs: ms, seek: seekTo, toggle };
}
