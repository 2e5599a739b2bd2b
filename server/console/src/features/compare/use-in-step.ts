import type { Match } from '@kepu/shared/inspection/comparison';
import { catchUpAt, inStep, type InStep } from '@kepu/shared/inspection/in-step';
import { useEffect, useState } from 'react';
import type { Player } from '../film/use-player';

/** Further apart than this, the second film is brought back into step. */
const MOST_APART_MS = 700;

/** Two players of this page that run together. */
export function useInStep(mine: Player, other: Player | null, matches: readonly Match[]): InStep {
  const [key, setKey] = useState<string | null>(null);
  const pair = { mine, other, matches, key, onKey: setKey };
  const target = catchUpAt(pair, MOST_APART_MS);
  useEffect(() => {
    if (target !== null) other?.seek(target);
  });
  return inStep(pair);
}
