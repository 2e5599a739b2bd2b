import type { RuleId } from '../rules/rule-ids.js';

/**
 * pass: measured and kept · fail: measured and broken · look: a person must look ·
 * notApplicable: this call does not ask for it · unchecked: could not be measured, and why ·
 * nothing: looked for and not found, which proves nothing and asks for nothing.
 */
export type Verdict = 'pass' | 'fail' | 'look' | 'notApplicable' | 'unchecked' | 'nothing';

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
  /** Which check of the rule this is, unique among a film's findings: `V2`, `V2.bars`. */
  check: string;
  /** What a person can judge from without watching the film; empty where numbers say it all. */
  evidence: Evidence[];
  /** Other films it can be laid beside, for those who may know them. */
  comparisons?: ComparisonRef[];
}

export interface ComparisonRef {
  likenessId: string;
  /** Which film it is: 《草原的风》（包头市科技局）. */
  label: string;
}

/** One piece of evidence, at a picture of the film or over a stretch of it. */
export type Evidence =
  | { kind: 'frame'; atMs: number; note: string | null }
  | { kind: 'text'; atMs: number; text: string; note: string | null }
  | { kind: 'range'; fromMs: number; toMs: number; note: string | null }
  | { kind: 'missing'; note: string };
