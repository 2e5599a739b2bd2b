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
  isMoot?: true;
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
    ...(judgement.isMoot ? { isMoot: true as const } : {}),
    ...(judgement.comparisons?.length ? { comparisons: judgement.comparisons } : {}),
  };
}

/** A stage that was not done, because its tool failed or the film is broken: neither a pass nor, for this rule, the film's fault. */
export function failedStage(facts: FilmFacts, stage: Stage): Judgement | null {
  const failure = facts.toolFailures?.find((entry) => entry.stage === stage);
  if (failure) return { verdict: 'unchecked', advice: `没能检测：${failure.reason}。请点“重新检测”；若仍不行，由审核人查看。` };
  return facts.skipped?.includes(stage) ? { verdict: 'unchecked', isMoot: true, advice: '影片本身有问题，这一项没有往下检测。换上完好的影片会一起测。' } : null;
}
