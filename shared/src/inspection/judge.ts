import type { CampaignConfig, RuleMode } from '../campaign/config.js';
import type { WorkForm } from '../forms/work-form.js';
import type { RuleId } from '../rules/rule-ids.js';
import type { FilmFacts } from './facts.js';
import type { Finding } from './finding.js';
import { failedStage, toFinding, type FilmRule } from './rule.js';
import { v1 } from './rules/v1-container.js';
import { v11 } from './rules/v11-playable.js';
import { v2 } from './rules/v2-aspect.js';
import { v3 } from './rules/v3-resolution.js';
import { v4 } from './rules/v4-length.js';
import { v5 } from './rules/v5-size.js';
import { v9 } from './rules/v9-sound.js';

/** The rules about the film, in the order a person reads them. A new rule is one file and one name here. */
export const FILM_RULES: readonly FilmRule[] = [v1, v2, v3, v4, v5, v9, v11];

export function ruleMode(config: CampaignConfig, rule: RuleId): RuleMode {
  return config.ruleModes[rule] ?? 'block';
}

/**
 * What the facts say about every rule this call carries out. Rules the facts do not answer are left out, unless
 * that is because the file could not be opened by our own fault: then they are unchecked.
 */
export function filmFindings(facts: FilmFacts, config: CampaignConfig, form: WorkForm | null = null): Finding[] {
  return FILM_RULES.filter((rule) => ruleMode(config, rule.id) !== 'off').flatMap((rule) => {
    const judgement = rule.judge(facts, config, form) ?? failedStage(facts, 'container');
    return judgement ? [toFinding(rule, judgement)] : [];
  });
}

/** Ids of the rules whose findings keep a work from being submitted or recommended. */
export function blockingRules(findings: readonly Finding[], config: CampaignConfig): RuleId[] {
  return findings.filter((finding) => finding.verdict === 'fail' && ruleMode(config, finding.rule) === 'block').map((finding) => finding.rule);
}

/** How a finding is shown: one that fails a rule this call only warns about is something to look at. */
export function shownVerdict(finding: Finding, config: CampaignConfig): Finding['verdict'] {
  return finding.verdict === 'fail' && ruleMode(config, finding.rule) === 'warn' ? 'look' : finding.verdict;
}
