import type { RuleId } from '../rules/rule-ids.js';

/**
 * pass: measured and kept · fail: measured and broken · look: a person must look ·
 * notApplicable: this call does not ask for it · unchecked: could not be measured, and why.
 */
export type Verdict = 'pass' | 'fail' | 'look' | 'notApplicable' | 'unchecked';

/** What the machine says about one rule and one film. Numbers first, sentence second, clause last. */
export interface Finding {
  rule: RuleId;
  verdict: Verdict;
  /** Short name of what was checked: 画面. */
  subject: string;
  /** Where the notice says so. */
  clause: string;
  measured: string | null;
  required: string | null;
  /** What happened and what to do about it; null when all is well. */
  advice: string | null;
  /** Positions in the film the player jumps to, in milliseconds. */
  atMs: number[];
}
