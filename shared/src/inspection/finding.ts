import type { Role } from '../domain/roles.js';
import type { Instant } from '../time.js';
import type { CheckId, RuleId } from '../rules/rule-ids.js';

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
  check: CheckId;
  /** What a person can judge from without watching the film; empty where numbers say it all. */
  evidence: Evidence[];
  /** Left unchecked, and nobody can do anything about it now: the film is broken, or its turn has not come. */
  isMoot?: true;
  /** A person looked and decided otherwise; never part of what is stored with a film. */
  setAside?: SetAside;
  /** Other films it can be laid beside, for those who may know them. */
  comparisons?: ComparisonRef[];
}

export interface ComparisonRef {
  likenessId: string;
  /** Which film it is: 《草原的风》（包头市科技局）. */
  label: string;
}

/** reviewed: what the machine says, set aside by a person. */
export type ShownVerdict = Verdict | 'reviewed';

/** A finding as this call shows it. */
export type ShownFinding = Omit<Finding, 'verdict'> & { verdict: ShownVerdict };

/** Who set a finding aside, and why (人工复核). */
export interface SetAside {
  reason: string;
  byName: string;
  /** For whom they act: the unit's name, or null for the department. */
  unitName: string | null;
  side: Extract<Role, 'recommender' | 'staff'>;
  at: Instant;
}

/** One piece of evidence, at a picture of the film or over a stretch of it. subtitle: what was read in the lower band; null: nothing. */
export type Evidence =
  | { kind: 'frame'; atMs: number; note: string | null }
  | { kind: 'text'; atMs: number; text: string; note: string | null }
  | { kind: 'subtitle'; atMs: number; text: string | null }
  | { kind: 'range'; fromMs: number; toMs: number; note: string | null }
  | { kind: 'missing'; note: string };
