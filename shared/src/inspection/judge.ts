import type { CampaignConfig } from '../campaign/config.js';
import type { WorkForm } from '../forms/work-form.js';
import type { RuleId } from '../rules/rule-ids.js';
import type { FilmFacts } from './facts.js';
import type { Finding, ShownVerdict } from './finding.js';
import { checkOf, failedStage, toFinding, type FilmRule } from './rule.js';
import { ruleMode } from './rule-modes.js';
import { o1 } from './rules/o1-produced.js';
import { o2 } from './rules/o2-broadcast.js';
import { o3 } from './rules/o3-share.js';
import { o4 } from './rules/o4-materials.js';
import { o5 } from './rules/o5-public-footage.js';
import { o6 } from './rules/o6-generated.js';
import { v1 } from './rules/v1-container.js';
import { v10 } from './rules/v10-parts.js';
import { v11 } from './rules/v11-playable.js';
import { v11Still } from './rules/v11-still.js';
import { v2 } from './rules/v2-aspect.js';
import { v2Bars } from './rules/v2-bars.js';
import { v3Detail } from './rules/v3-detail.js';
import { v3 } from './rules/v3-resolution.js';
import { v4 } from './rules/v4-length.js';
import { v5 } from './rules/v5-size.js';
import { v6 } from './rules/v6-title.js';
import { v7 } from './rules/v7-credits.js';
import { v8 } from './rules/v8-subtitles.js';
import { v9Loudness } from './rules/v9-loudness.js';
import { v9 } from './rules/v9-sound.js';

/** The rules about the film, in the order a person reads them. A new rule is one file and one name here. */
export const FILM_RULES: readonly FilmRule[] = [v1, v2, v2Bars, v3, v3Detail, v4, v5, v6, v7, v8, v9, v9Loudness, v10, v11, v11Still, o5, o6];

/** What the form says of the film's origin, shown beside it. The form itself refuses what breaks these, so they never block a second time. */
export const FORM_RULES: readonly FilmRule[] = [o1, o2, o3, o4];

const ofForm = new Set<RuleId>(FORM_RULES.map(({ id }) => id));

/**
 * What the facts say about every rule this call carries out. Rules the facts do not answer are left out, unless
 * that is because the file could not be opened, by our own fault or its own: then they are unchecked.
 */
export function filmFindings(facts: FilmFacts, config: CampaignConfig, form: WorkForm | null = null): Finding[] {
  const isOn = (rule: FilmRule) => ruleMode(config, checkOf(rule)) !== 'off';
  const aboutFilm = FILM_RULES.filter(isOn).flatMap((rule) => {
    const judgement = rule.judge(facts, config, form) ?? failedStage(facts, 'container');
    return judgement ? [toFinding(rule, judgement)] : [];
  });
  const aboutForm = FORM_RULES.filter(isOn).flatMap((rule) => {
    const judgement = rule.judge(facts, config, form);
    return judgement ? [toFinding(rule, judgement)] : [];
  });
  return [...aboutFilm, ...aboutForm];
}

/** A finding that keeps a work from being submitted or recommended, unless somebody has set it aside. The form's own rules block in the form. */
export function isBlocking(finding: Finding, config: CampaignConfig): boolean {
  return finding.verdict === 'fail' && !finding.setAside && !isOfForm(finding) && ruleMode(config, finding.check) === 'block';
}

/** Ids of the rules whose findings keep a work from being submitted or recommended. */
export function blockingRules(findings: readonly Finding[], config: CampaignConfig): RuleId[] {
  return findings.filter((finding) => isBlocking(finding, config)).map((finding) => finding.rule);
}

/** What the form says of the film is mended in the form. */
export const isOfForm = ({ rule }: Pick<Finding, 'rule'>): boolean => ofForm.has(rule);

/** How a finding is shown: what somebody set aside is reviewed, what this call only warns about is to be looked at, what it has switched off asks for nothing. */
export function shownVerdict(finding: Finding, config: CampaignConfig): ShownVerdict {
  const mode = ruleMode(config, finding.check);
  if (mode === 'off') return 'notApplicable';
  if (finding.setAside) return 'reviewed';
  return finding.verdict === 'fail' && mode === 'warn' ? 'look' : finding.verdict;
}

/** What the tools could not do: another try may. */
export const unmeasured = (findings: readonly Finding[]): Finding[] => findings.filter(({ verdict, setAside, isMoot }) => verdict === 'unchecked' && !setAside && !isMoot);

/** How many findings somebody has to do something about. */
export function countShown(findings: readonly Finding[], config: CampaignConfig): { failing: number; looking: number } {
  const shown = findings.filter(({ isMoot }) => !isMoot).map((finding) => shownVerdict(finding, config));
  return { failing: shown.filter((verdict) => verdict === 'fail').length, looking: shown.filter((verdict) => verdict === 'look' || verdict === 'unchecked').length };
}
