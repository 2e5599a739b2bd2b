import { firstMoment } from '@kepu/shared/inspection/evidence';
import { useState } from 'react';
import type { ShownFinding } from './work-words';

export interface FindingSteps {
  chosen: string | null;
  choose: (finding: ShownFinding) => void;
  step: (by: 1 | -1) => void;
}

/** The finding one is at, by its check; choosing one takes the film to its second, if it has one. */
export function useFindingSteps(findings: readonly ShownFinding[], seek: (ms: number) => void): FindingSteps {
  const [chosen, setChosen] = useState<string | null>(null);
  const choose = (finding: ShownFinding) => {
    setChosen(finding.check);
    const at = firstMoment(finding);
    if (at !== null) seek(at);
  };
  const step = (by: 1 | -1) => {
    if (findings.length === 0) return;
    const at = findings.findIndex((finding) => finding.check === chosen);
    const start = at === -1 && by === -1 ? 0 : at;
    const next = findings[(start + by + findings.length) % findings.length];
    if (next) choose(next);
  };
  return { chosen, choose, step };
}
