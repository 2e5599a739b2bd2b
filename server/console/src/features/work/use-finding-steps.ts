import type { RuleId } from '@kepu/shared/rules/rule-ids';
import { useState } from 'react';
import type { ShownFinding } from './work-words';

export interface FindingSteps {
  chosen: RuleId | null;
  choose: (finding: ShownFinding) => void;
  step: (by: 1 | -1) => void;
}

/** The finding one is at; choosing one takes the film to its second, if it has one. */
export function useFindingSteps(findings: readonly ShownFinding[], seek: (ms: number) => void): FindingSteps {
  const [chosen, setChosen] = useState<RuleId | null>(null);
  const choose = (finding: ShownFinding) => {
    setChosen(finding.rule);
    const [at] = finding.atMs;
    if (at !== undefined) seek(at);
  };
  const step = (by: 1 | -1) => {
    if (findings.length === 0) return;
    const at = findings.findIndex((finding) => finding.rule === chosen);
    const start = at === -1 && by === -1 ? 0 : at;
    const next = findings[(start + by + findings.length) % findings.length];
    if (next) choose(next);
  };
  return { chosen, choose, step };
}
