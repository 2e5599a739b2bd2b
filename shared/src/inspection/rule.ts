import type { CampaignConfig } from '../campaign/config.js';
import type { CheckId, RuleId } from '../rules/rule-ids.js';
import type { WorkForm } from '../forms/work-form.js';
import type { FilmFacts, Stage } from './facts.js';
import type { ComparisonRef, Evidence, Finding, Verdict } from './finding.js';

/** One rule of the notice about the film: facts in, finding out. Nothing else decides. */
export interface FilmRule {
  id: RuleId;
  /** Where a rule has several checks: the part after the dot, `bars`. */
  part?: string;
  subject: string;
  clause: string;
  /** null: the facts do not say yet (the check before an upload). */
  judge(facts: FilmFacts, config: CampaignConfig, form: WorkForm | null): Judgement | null;
}

export interface Judgement {
  verdict: Verdict;
  measured?: string;
  required?: string;
  advice?: string;
  atMs?: number[];
  evidence?: Evidence[];
  comparisons?: ComparisonRef[];
}

export const checkOf = ({ id, part }: Pick<FilmRule, 'id' | 'part'>): CheckId => (part === undefined ? id : (`${id}.${part}` as CheckId));

export function toFinding(rule: FilmRule, judgement: Judgement): Finding {
  return {
    rule: rule.id,
    verdict: judgement.verdict,
    subject: rule.subject,
    clause: rule.clause,
    measured: judgement.measured ?? null,
    required: judgement.required ?? null,
    advice: judgement.advice ?? null,
    atMs: judgement.atMs ?? [],
    check: checkOf(rule),
    evidence: judgement.evidence ?? [],
    ...(judgement.comparisons?.length ? { comparisons: judgement.comparisons } : {}),
  };
}

/** A stage's tool failed: the rule could not be checked, which is neither a pass nor the film's fault. */
export function failedStage(facts: FilmFacts, stage: Stage): Judgement | null {
  const failure = facts.toolFailures?.find((entry) => entry.stage === stage);
  return failure ? { verdict: 'unchecked', advice: `没能检测：${failure.reason}。请点“重新检测”；若仍不行，由审核人查看。` } : null;
}
